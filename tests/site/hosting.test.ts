import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtSite, HOSTED } from './build.ts';

const CHAPTER = 'guide/one-mail-one-bug';
const SOURCE = `content/${CHAPTER}.mdx`;

test('a chapter is also served as it is written', { timeout: 120_000 }, async () => {
  const site = await builtSite();
  const written = readFileSync(SOURCE, 'utf8');
  expect(readFileSync(join(site, `${CHAPTER}.mdx`), 'utf8')).toBe(written);
  const page = readFileSync(join(site, CHAPTER, 'index.html'), 'utf8');
  expect(page).toContain(`href="/${CHAPTER}.mdx"`);
});

// One without them is asked in tests/book/dev.test.ts.
test('a hosted copy has its own address and an edit link', { timeout: 120_000 }, async () => {
  const site = await builtSite();
  const page = readFileSync(join(site, CHAPTER, 'index.html'), 'utf8');
  expect(page).toContain(`href="${HOSTED.STAGE_TWO_EDIT}${SOURCE}">Edit this page<`);
  expect(page).toContain(`<link rel="canonical" href="${HOSTED.STAGE_TWO_URL}/${CHAPTER}/"`);
  expect(readFileSync(join(site, 'sitemap-0.xml'), 'utf8')).toContain(`${HOSTED.STAGE_TWO_URL}/`);
});
