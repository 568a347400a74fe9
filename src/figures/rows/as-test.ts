import { counted } from '../../grammar/count.ts';
import { rowTable } from '../../model/index.ts';
import { callOf, testText } from '../foot/test-text.ts';
import type { Asked } from './answering.ts';

/** Rows that a test has: as many as one reads; all of them are a file of rows for `conform`. */
export const MOST_TESTED = 50;

/** The rows that filters left, by their numbers, and where they stand. */
export interface Left {
  readonly rows: Uint32Array;
  readonly total: number;
  readonly link: string;
}

/** asTest is the first rows of a table as a test for Vitest: the input of each, and what the kernel answers. */
export function asTest({ question, kernel, other }: Asked, { rows, total, link }: Left): string {
  const { table } = rowTable(question, kernel, other);
  if (table === null) return '';
  const first = [...rows.subarray(0, MOST_TESTED)];
  const kernels = other === null ? [kernel] : [kernel, other];
  const cases = first.flatMap((row) => {
    const cells = table.answers[table.answer(row)]?.cells;
    return kernels.map((name, i) => {
      const says = cells?.get(i === 0 ? 'answer' : 'then.answer') ?? '';
      return [`outcomeInWords(${callOf(question, [name, table.input(row)])})`, says] as const;
    });
  });
  const all =
    total > first.length ? `The first ${first.length} of ${counted(total)} rows` : 'Every row';
  return testText({
    names: [question, 'outcomeInWords'],
    about: [`${all} of the table ${question}, ${kernels.join(' and ')}`, link],
    rows: cases,
    by: 'toBe',
  });
}
