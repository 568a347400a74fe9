import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './support/imports.ts';

/* Marks of sources stand behind a claim, and a sign that waits for the pointer: a comma after them stood apart. */

it('a claim takes along the comma behind it', () => {
  const apart = globSync('content/**/*.mdx', { cwd: root }).flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/.{0,40}<\/Claim>[,;:]/g)].map(
      ([text]) => `${file}: ${text}`,
    ),
  );
  expect(apart).toEqual([]);
});
