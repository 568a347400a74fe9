/** What is text of another kind, and knows no references. */
const RAW = /(<(script|style)\b[\s\S]*?<\/\2\s*>)/gi;
/** A reference to a sign from 0x80 to 0x9f would be read as one of windows-1252. */
const BEYOND = /[\u00a0-\u{10ffff}]/gu;

/** inAscii is a page with each sign beyond ASCII as a reference, outside of scripts and styles. */
export function inAscii(html: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const { 0: raw, index } of html.matchAll(RAW)) {
    parts.push(withReferences(html.slice(from, index)), raw);
    from = index + raw.length;
  }
  return parts.join('') + withReferences(html.slice(from));
}

const withReferences = (text: string): string =>
  text.replace(BEYOND, (sign) => `&#${sign.codePointAt(0)};`);
