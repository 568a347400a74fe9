import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PROVIDED } from '../../src/book/checks/provided.ts';

const FOLDER = new URL('../../src/components/', import.meta.url);

/** Where each component stands, as the file that hands them out imports it. */
const files = new Map(
  [
    ...readFileSync(new URL('provided.ts', FOLDER), 'utf8').matchAll(
      /^import (\w+) from '(.+\.astro)';$/gm,
    ),
  ].map(([, name = '', path = '']) => [name, new URL(path, FOLDER)] as const),
);

test.each(PROVIDED)('$name is a figure exactly where it takes a caption', ({ name, figure }) => {
  const code = readFileSync(files.get(name) ?? 'no such file', 'utf8');
  expect(/\bcaption\b/.test(code)).toBe(figure);
});

test.each([...files])('%s stands in a file of its name', (name, path) => {
  expect(path.pathname).toMatch(new RegExp(`/${name}\\.astro$`));
});
