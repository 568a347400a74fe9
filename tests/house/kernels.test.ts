import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './support/imports.ts';

/** A kernel taken by its place from the front, so that an older one would be another. */
const BY_PLACE = /\bKERNELS(\[\d|\.at\(\d|\.slice\()|\]\s*=\s*KERNELS\b/;

const files = ['model', 'figures', 'snippets', 'components', 'observations'].flatMap((folder) =>
  globSync(join(root, 'src', folder, '**/*.{ts,astro}')),
);

describe('kernels', () => {
  it.each(['KERNELS[1]', 'KERNELS.slice(0, 2)', 'const [A, B] = KERNELS;'])('%s is seen', (text) =>
    expect(text).toMatch(BY_PLACE),
  );

  it('are named, not counted from the oldest: an older one may be added', () => {
    expect(files.length).toBeGreaterThan(300);
    expect(files.filter((file) => BY_PLACE.test(readFileSync(file, 'utf8')))).toEqual([]);
  });
});
