import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkBuiltFigures } from '../../src/book/built/built-figures.ts';
import { checkBuiltLinks } from '../../src/book/built/built-links.ts';
import { readBuiltSite } from '../../src/book/built/built-site.ts';
import { renderReport } from '../../src/book/report.ts';

const built = join(import.meta.dirname, 'fixtures/built');

test('dead links and empty figures of a built site are reported, and only those', () => {
  const site = readBuiltSite(`${built}/site`);
  expect(renderReport([...checkBuiltLinks(site), ...checkBuiltFigures(site)])).toBe(
    readFileSync(`${built}/report.txt`, 'utf8'),
  );
});
