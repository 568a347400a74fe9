import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './support/imports.ts';

/** Lines from which on a file is asked what it is two of; a test has its cases beside what it asks. */
const MOST = { 'src lab bench scripts': 250, tests: 300 } as const;

const linesOf = (file: string): number =>
  readFileSync(join(root, file), 'utf8').split('\n').length - 1;

describe('files', () => {
  it.each(Object.entries(MOST))(
    'of %s have at most %i lines: a longer one is two',
    (names, most) => {
      const files = names
        .split(' ')
        .flatMap((folder) =>
          globSync(`${folder}/**/*.{ts,mjs,astro}`, { cwd: root, exclude: ['**/node_modules/**'] }),
        );
      expect(files.length).toBeGreaterThan(200);
      const long = files.map((file) => [file, linesOf(file)] as const);
      expect(long.filter(([, lines]) => lines > most)).toEqual([]);
    },
  );
});
