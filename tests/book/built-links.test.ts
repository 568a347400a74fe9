import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkBuiltLinks } from '../../src/book/built-links.ts';
import { renderReport } from '../../src/book/report.ts';

const built = new URL('fixtures/built', import.meta.url).pathname;

test('dead links of a built site are reported, and only those', () => {
  expect(renderReport(checkBuiltLinks(`${built}/site`))).toBe(
    readFileSync(`${built}/report.txt`, 'utf8'),
  );
});
