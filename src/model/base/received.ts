const LONGEST = 40;

/**
 * A short, safe text for any value that a caller handed in.
 * It runs no code of the value: no toString, no getter, no iterator.
 */
export function received(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value.length > LONGEST
        ? `${JSON.stringify(value.slice(0, LONGEST))}... (a string of ${value.length} characters)`
        : `${JSON.stringify(value)} (a string)`;
    case 'number':
      return Object.is(value, -0) ? '-0 (a number)' : `${value} (a number)`;
    case 'bigint':
      return 'a bigint';
    case 'boolean':
      return String(value);
    case 'undefined':
      return 'nothing';
    case 'symbol':
      return 'a symbol';
    case 'function':
      return 'a function';
    default:
      if (value === null) return 'null';
      return Array.isArray(value) ? 'a list' : 'an object';
  }
}
