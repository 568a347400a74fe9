import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { BUILD_MS, builtInFolder, builtSite, FOLDER, HOSTED } from './build.ts';
import { crawl, type Crawl } from './crawl.ts';

let root: Crawl;
let folder: Crawl;
beforeAll(async () => {
  root = await crawl(await builtSite(), '/', `${HOSTED.STAGE_TWO_URL}/`);
  folder = await crawl(await builtInFolder(), FOLDER, `https://host.example${FOLDER}`);
}, BUILD_MS);

test('every address of a site at the root leads somewhere in it', () => {
  expect(root.problems).toEqual([]);
  expect(root.found.size).toBeGreaterThan(600);
  const kinds = new Set([...root.found].map((path) => /\.\w+$/.exec(path)?.[0] ?? 'page'));
  expect([...kinds].toSorted()).toEqual(
    'page .html .css .js .svg .png .woff2 .xml .json .txt .md .mdx .zip'.split(' ').toSorted(),
  );
});

test('so does every address of one in a folder, and it is the same site', () => {
  expect(folder.problems).toEqual([]);
  // Names of scripts and sheets have a hash of what is in them.
  const own = (path: string): boolean => !path.startsWith('/_astro/');
  const there = [...folder.found].map((path) => path.slice(FOLDER.length - 1));
  expect(there.filter(own).toSorted()).toEqual([...root.found].filter(own).toSorted());
});

test('the rules for its host are for its folder', async () => {
  const rules = readFileSync(join(await builtInFolder(), '_headers'), 'utf8');
  const paths = rules.split('\n').filter((line) => line.startsWith('/'));
  expect(paths.length).toBeGreaterThan(3);
  expect(paths.filter((path) => !path.startsWith(FOLDER))).toEqual([]);
});
