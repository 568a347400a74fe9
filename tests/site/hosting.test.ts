import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { build, BUILD_MS, builtSite, HOSTED } from './build.ts';

const CHAPTER = 'guide/one-mail-one-bug';
const SOURCE = `content/${CHAPTER}.mdx`;

let site = '';
beforeAll(async () => void (site = await builtSite()), BUILD_MS);

test('a chapter is also served as it is written', () => {
  const written = readFileSync(SOURCE, 'utf8');
  expect(readFileSync(join(site, `${CHAPTER}.mdx`), 'utf8')).toBe(written);
  const page = readFileSync(join(site, CHAPTER, 'index.html'), 'utf8');
  expect(page).toContain(`href="/${CHAPTER}.mdx"`);
});

// One without them is asked in tests/book/dev.test.ts.
test('a hosted copy has its own address and an edit link', () => {
  const page = readFileSync(join(site, CHAPTER, 'index.html'), 'utf8');
  expect(page).toContain(`href="${HOSTED.STAGE_TWO_EDIT}${SOURCE}">Edit this page<`);
  expect(page).toContain(`<link rel="canonical" href="${HOSTED.STAGE_TWO_URL}/${CHAPTER}/"`);
  expect(readFileSync(join(site, 'sitemap-0.xml'), 'utf8')).toContain(`${HOSTED.STAGE_TWO_URL}/`);
});

test('a wrong address is refused before anything is built', () => {
  const folder = mkdtempSync(join(tmpdir(), 'refused-'));
  try {
    const wrong = { STAGE_TWO_URL: 'docs.example/stage-two' };
    expect(() => build(join(folder, 'dist'), wrong)).toThrow(
      'STAGE_TWO_URL: received "docs.example/stage-two"; expected an address with https:// or ' +
        'http:// before its host; example: https://docs.example/stage-two/',
    );
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
