const LONGEST = 2000;

/** A value that the model did not make, as short text. */
export function plainValue(value: unknown): string {
  if (typeof value === 'string') return clip(value);
  if (typeof value === 'object' && value !== null) return clip(json(value));
  if (typeof value === 'bigint') return clip(`${value}n`);
  if (typeof value === 'symbol') return value.toString();
  if (typeof value === 'function') return 'a function';
  return String(value);
}

function json(value: object): string {
  const open = new Set<object>();
  const text = JSON.stringify(
    value,
    function (this: unknown, _name: string, part: unknown) {
      if (typeof part === 'bigint') return `${part}n`;
      if (typeof part !== 'object' || part === null) return part;
      if (open.has(part)) return '(seen above)';
      open.add(part);
      return part;
    },
    2,
  );
  return text ?? 'nothing';
}

function clip(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text;
}
