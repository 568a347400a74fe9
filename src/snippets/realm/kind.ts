import * as p from './primordials.ts';

/** The constructor's name as prefix: nothing for plain objects; no code of the snippet runs for it. */
export function constructorName(value: object): string | null {
  let at: object | null = value;
  for (let hops = 0; at !== null && hops < 16; hops++) {
    const made = p.getOwnPropertyDescriptor(at, 'constructor')?.value as unknown;
    if (typeof made === 'function') {
      const name = p.getOwnPropertyDescriptor(made, 'name')?.value as unknown;
      if (typeof name === 'string' && name !== '') return name;
    }
    at = p.getPrototypeOf(at);
  }
  return null;
}

/** functionText is `[Function: name]`, `[AsyncFunction: name]` or `[class Name extends Base]`. */
export function functionText(value: object): string {
  const own = p.getOwnPropertyDescriptor(value, 'name')?.value as unknown;
  const name = typeof own === 'string' && own !== '' ? own : null;
  if (p.slice(p.functionToString(value as () => void), 0, 5) === 'class') {
    const base = p.getPrototypeOf(value);
    const from = typeof base === 'function' ? p.getOwnPropertyDescriptor(base, 'name')?.value : '';
    const tail = typeof from === 'string' && from !== '' ? ` extends ${from}` : '';
    return `[class ${name ?? '(anonymous)'}${tail}]`;
  }
  return `[${constructorName(value) ?? 'Function'}${name === null ? ' (anonymous)' : `: ${name}`}]`;
}

/** errorText is `Name: message`, without the stack: stacks differ between hosts. */
export function errorText(value: unknown): string {
  const { name, message } = value as { name: unknown; message: unknown };
  const head = typeof name === 'string' && name !== '' ? name : 'Error';
  return typeof message === 'string' && message !== '' ? `${head}: ${message}` : head;
}

/** exoticText is the text of a value that is no list of entries; null: it is one. */
export function exoticText(value: object): string | null {
  if (p.accepts(p.dateTime as (self: unknown) => unknown, value)) {
    const time = p.dateTime(value as Date);
    return time === time ? p.dateToISO(value as Date) : 'Invalid Date';
  }
  if (p.accepts(p.regExpSource, value) && constructorName(value) === 'RegExp') {
    return `/${p.regExpSource(value) as string}/${p.regExpFlags(value) as string}`;
  }
  if (p.accepts(p.bufferLength, value)) {
    return `ArrayBuffer { byteLength: ${p.bufferLength(value) as number} }`;
  }
  return null;
}
