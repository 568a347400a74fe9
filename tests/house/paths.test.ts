import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './support/imports.ts';

/* The project may lie in a folder whose name has spaces or letters that an address writes otherwise. */

const files = ['src', 'tests', 'scripts', 'bench', 'lab'].flatMap((folder) =>
  globSync(`${folder}/**/*.{ts,mjs,astro}`, { cwd: root, exclude: ['bench/peers/**'] }),
);

it('no address of a file is taken for its path', () => {
  expect(files.length).toBeGreaterThan(500);
  const address = /import\.meta\.url\s*\)\s*\.(?:pathname|href\.slice)/;
  expect(files.filter((file) => address.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});

it('no server of a test has a port of its own choice', () => {
  const port = /listen\(\s*[1-9]|--port['",\s]+[1-9]|const POR[T]\b/;
  expect(files.filter((file) => port.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});
