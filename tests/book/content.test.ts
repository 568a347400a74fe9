import { describe, expect, test } from 'vitest';
import { checkBook } from '../../src/book/check.ts';
import { renderReport } from '../../src/book/report.ts';

const book = await checkBook();

describe('fences of the content', () => {
  for (const { id, mode, page, fence } of book.fences)
    test(`${page.file}:${fence.line} ${mode} ${id}`, () => {
      const output = page.fences.find(({ after }) => after === fence);
      const last = output?.end ?? fence.end;
      const own = book.problems.filter(
        ({ file, line }) => file === page.file && line >= fence.line && line <= last,
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
