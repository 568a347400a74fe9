import { charCodeAt, create, indexOf, slice, toHex } from './primordials.ts';

const NAMED = Object.assign(create(null), {
  8: '\\b',
  9: '\\t',
  10: '\\n',
  12: '\\f',
  13: '\\r',
  92: '\\\\',
}) as Readonly<Record<number, string>>;

/** quote writes a string as a literal, in the first of ' " ` that it does not contain. */
export function quote(text: string): string {
  const q =
    indexOf(text, "'") < 0
      ? "'"
      : indexOf(text, '"') < 0
        ? '"'
        : indexOf(text, '`') < 0
          ? '`'
          : "'";
  const mark = charCodeAt(q, 0);
  let out = q;
  for (let i = 0; i < text.length; i++) {
    const code = charCodeAt(text, i);
    if (code === mark) out += `\\${q}`;
    else if (NAMED[code] !== undefined) out += NAMED[code];
    else if (code < 32 || code === 127) out += `\\x${code < 16 ? '0' : ''}${toHex(code, 16)}`;
    else out += slice(text, i, i + 1);
  }
  return out + q;
}

/** isIdentifier says whether a key stands without quotes; as in Node, one with a dollar does not. */
export function isIdentifier(key: string): boolean {
  for (let i = 0; i < key.length; i++) {
    const c = charCodeAt(key, i);
    const letter = (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 95;
    if (!letter && (i === 0 || c < 48 || c > 57)) return false;
  }
  return key !== '';
}
