export type Cell = string | number;

/** A Markdown table with padded columns, so that a terminal shows it well too. */
export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const text = [head, ...rows].map((row) => row.map(String));
  const width = head.map((_, i) => Math.max(3, ...text.map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${width.map((w, i) => (i ? (row[i] ?? '').padStart(w) : (row[i] ?? '').padEnd(w))).join(' | ')} |`;
  const rule = `| ${width.map((w, i) => (i ? `${'-'.repeat(w - 1)}:` : '-'.repeat(w))).join(' | ')} |`;
  const [first = [], ...rest] = text;
  return [line(first), rule, ...rest.map(line)].join('\n');
}

/** Bytes as kilobytes of 1000 bytes, one decimal. */
export const kb = (bytes: number): string => (bytes / 1000).toFixed(1);

export const seconds = (ms: number): string => (ms / 1000).toFixed(1);

/** How many times `value` is of `base`; a dash where the base is 0. */
export const ratio = (value: number, base: number): string =>
  base === 0 ? '-' : `${(value / base).toFixed(1)}x`;
