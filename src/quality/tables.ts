/** A table of Markdown: its head, and its rows. */
export interface MarkdownTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const isRow = (line: string): boolean => /^\|.*\|$/.test(line.trim());

/** cellsOf splits a row; a bar behind a backslash belongs to its cell. */
function cellsOf(line: string): string[] {
  return line
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));
}

/** tablesOf gives the tables of a text in their order. */
export function tablesOf(text: string): MarkdownTable[] {
  const tables: MarkdownTable[] = [];
  let block: string[] = [];
  for (const line of [...text.split('\n'), '']) {
    if (isRow(line)) {
      block.push(line);
      continue;
    }
    const [head, rule, ...rows] = block;
    if (head !== undefined && /^[\s|:-]+$/.test(rule ?? '-x'))
      tables.push({ head: cellsOf(head), rows: rows.map(cellsOf) });
    block = [];
  }
  return tables;
}
