import {
  rowTable,
  type Filters,
  type Kernel,
  type Question,
  type RowTable,
  type Scan,
} from 'stage-two';

/** The rows of a question in a kernel, or those on which it differs from another. */
export function tableOf(question: Question, kernel: string, other: string | null = null): RowTable {
  const { table } = rowTable(question, kernel as Kernel, other as Kernel | null);
  if (table === null) throw new Error(`no table of ${question}`);
  return table;
}

/** What filters leave, all counted. */
export function scanned(table: RowTable, filters: Filters = {}): Scan {
  const steps = table.scan(filters);
  for (;;) {
    const { value, done } = steps.next();
    if (done) return value;
  }
}

/** Cells of a row by the name of their column, input and answer. */
export function cellsOf(table: RowTable, row: number): Record<string, string> {
  const cells = table.inputCells(row);
  const answer = table.answers[table.answer(row)]?.cells ?? new Map<string, string>();
  return {
    ...Object.fromEntries(table.inputs.map(({ name }, i) => [name, cells[i] ?? ''])),
    ...Object.fromEntries(answer),
  };
}
