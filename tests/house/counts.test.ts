import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './support/imports.ts';

/* One page said 171 443 where the next said 40,960. */

const files = globSync('src/**/*.{ts,astro}', { cwd: root });
const OWN_WAY = /\.toLocaleString\(|\bIntl\.NumberFormat\b|\\d\{3\}\)\+/;

it('a count is put in words in one place', () => {
  const own = files.filter((file) => OWN_WAY.test(readFileSync(join(root, file), 'utf8')));
  expect(own).toEqual([join('src', 'grammar', 'count.ts')]);
});
