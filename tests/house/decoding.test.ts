import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './support/imports.ts';

/* What a reader's address holds may be torn, and a torn escape throws: `#100%` once killed a figure. */

const files = globSync('src/**/*.{ts,astro}', { cwd: root });
const DECODED = /\bdecodeURI(?:Component)?\(/g;
const UNDER_TRY = /\btry \{\s*(?:return|const \w+ =) $/;

it('an address is decoded where a torn one is caught, and nowhere else', () => {
  const loose: string[] = [];
  let caught = 0;
  for (const file of files) {
    const text = readFileSync(join(root, file), 'utf8');
    for (const { index } of text.matchAll(DECODED)) {
      if (UNDER_TRY.test(text.slice(0, index))) caught += 1;
      else loose.push(file);
    }
  }
  expect(caught).toBeGreaterThan(0);
  // The folder of the site was read, and refused where it is torn; the other reads ids that the build made.
  const known = /^src\/(?:folder\/|components\/nav\/follow\.ts$)/;
  expect(loose.filter((file) => !known.test(file))).toEqual([]);
});
