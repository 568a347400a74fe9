import type { Outside } from './command.ts';

/** Prints lines of cells below each other: each column as wide as its widest cell, two blanks between. */
export function printColumns(lines: readonly (readonly string[])[], { out }: Outside): void {
  const width = lines[0]?.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  for (const line of lines)
    out(
      line
        .map((cell, i) => cell.padEnd(width?.[i] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}
