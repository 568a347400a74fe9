import { describe, expect, test } from 'vitest';
import { checkBook } from '../../src/book/check.ts';
import { renderReport } from '../../src/book/report.ts';

const book = await checkBook();

describe('fences of the content', () => {
  test.each(
    book.fences.map(({ id, mode, page, fence }) => ({ id, mode, file: page.file, ...fence })),
  )('$file:$line $mode $id', ({ file, line, end, after: _, ...fence }) => {
    const output = book.runs.find((run) => run.fence.id === fence.id)?.fence.output;
    const last = output?.end ?? end;
    const own = book.problems.filter(
      (problem) => problem.file === file && problem.line >= line && problem.line <= last,
    );
    expect(renderReport(own)).toBe('No problems in the content.\n');
  });

  test('there are fences that run', () => {
    expect(book.runs.length).toBeGreaterThan(0);
  });
});

test('the content has no problems', () => {
  expect(renderReport(book.problems)).toBe('No problems in the content.\n');
});
