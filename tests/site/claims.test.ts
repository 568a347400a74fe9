import { globSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { all, parseHtml } from '../../src/editions/dom.ts';
import { builtSite } from './build.ts';

const BLOCK = 'p, li, td, dd, figcaption, label, legend';

let pages: { route: string; article: Element }[];
beforeAll(async () => {
  const site = await builtSite();
  pages = globSync(`${site}/{guide,reference}/*/index.html`).flatMap((file) => {
    const article = parseHtml(readFileSync(file, 'utf8')).querySelector('article');
    return article ? [{ route: file.slice(site.length), article }] : [];
  });
});

const claimsOf = (part: Element) => all(part, 'span[class^=claim-]');

test('each claim stands in a paragraph, an item or a cell', () => {
  const bare = pages.flatMap(({ route, article }) =>
    claimsOf(article)
      // One over several paragraphs has them in it.
      .filter((claim) => claim.closest(BLOCK) === null && claim.querySelector('p') === null)
      .map(({ id, textContent }) => `${route}#${id}: ${textContent.slice(0, 60)}`),
  );
  expect(pages.flatMap(({ article }) => claimsOf(article)).length).toBeGreaterThan(300);
  expect(bare).toEqual([]);
});

test('between two sentences there is a space', () => {
  const joined = pages.flatMap(({ route, article }) =>
    all(article, BLOCK).flatMap((block) => {
      if (claimsOf(block).length === 0) return [];
      for (const note of all(block, '.cite, .sidenote, .status, .searched')) note.remove();
      // A name in code may have a point in it: henvcfg.PBMTE.
      for (const code of all(block, 'code'))
        code.textContent = /^[A-Z]/.test(code.textContent ?? '') ? 'X' : 'x';
      const found = /.{0,30}[a-z)”’][.?!][”’]?(?=[A-Z“‘]).{0,30}/.exec(block.textContent ?? '');
      return found ? [`${route}: ${found[0]}`] : [];
    }),
  );
  expect(joined).toEqual([]);
});
