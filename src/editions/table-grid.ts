/** A cell of a table with the text that stands in it. */
export interface SpannedCell {
  readonly text: string;
  readonly rowSpan: number;
  readonly colSpan: number;
}

/**
 * tableGrid lays cells out as lines of equal length. A cell over several rows is said again in each,
 * one over several columns only in the first of them.
 */
export function tableGrid(rows: readonly (readonly SpannedCell[])[]): string[][] {
  const grid: (string | undefined)[][] = rows.map(() => []);
  for (const [y, cells] of rows.entries()) {
    const line = grid[y] ?? [];
    let x = 0;
    for (const { text, rowSpan, colSpan } of cells) {
      while (line[x] !== undefined) x += 1;
      for (const below of grid.slice(y, y + rowSpan))
        for (let i = 0; i < colSpan; i++) below[x + i] = i === 0 ? text : '';
    }
  }
  const width = Math.max(0, ...grid.map((line) => line.length));
  return grid.map((line) => Array.from({ length: width }, (_, x) => line[x] ?? ''));
}

/**
 * markdownTable writes a table whose first `heads` lines are its head. Markdown knows one line of head:
 * where there are two, the names of both stand in one cell.
 */
export function markdownTable(grid: readonly (readonly string[])[], heads: number): string {
  const width = grid[0]?.length ?? 0;
  const written = [headOf(grid.slice(0, heads), width), ...grid.slice(heads)].map(
    (line) => `| ${line.join(' | ')} |`,
  );
  return [written[0], `|${' --- |'.repeat(width)}`, ...written.slice(1)].join('\n');
}

function headOf(lines: readonly (readonly string[])[], width: number): readonly string[] {
  const [first = Array.from({ length: width }, () => ''), ...lower] = lines;
  if (lower.length === 0) return first;
  let group = '';
  return first.map((name, x) => {
    group = name || group;
    const names = new Set([group, ...lower.map((line) => line[x] ?? '')]);
    return [...names].filter((one) => one !== '').join(', ');
  });
}
