import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { attacks } from '../../scripts/lists/attacks.ts';
import { licences } from '../../scripts/lists/licences.ts';
import { production, type Packages } from '../../scripts/lists/lock.ts';

const read = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const { packages } = JSON.parse(read('package-lock.json')) as { packages: Packages };

test.each([
  ['docs/licences.md', licences(packages)],
  ['docs/attacks.md', attacks()],
])('%s is current; npm run lists writes it', (path, text) => expect(read(path)).toBe(text));

test('each installed package names the licence that the lock has for it', () => {
  const others = production(packages).flatMap((place) => {
    const file = `${place}/package.json`;
    if (!existsSync(new URL(`../../${file}`, import.meta.url))) return [];
    const { license } = JSON.parse(read(file)) as { license?: string };
    return license === packages[place]?.license ? [] : [`${place}: ${license}`];
  });
  expect(others).toEqual([]);
});

test('a package is under its licence, development is left out, and one that nobody saw says so', () => {
  const text = licences({
    '': {},
    'node_modules/a': { version: '1.0.0', license: 'MIT', optionalDependencies: { b: '2.0.0' } },
    'node_modules/b': { version: '2.0.0' },
    'node_modules/a/node_modules/c': { version: '3.0.0', license: 'ISC' },
    'node_modules/d': { version: '4.0.0', license: 'MIT', dev: true },
  });
  expect(text).toMatch(/## ISC\n\n- c 3\.0\.0\n/);
  expect(text).toMatch(/## MIT\n\n- a 1\.0\.0\n/);
  expect(text).toMatch(/## Not seen\n[^]*\n- b 2\.0\.0, for a\n$/);
  expect(text).not.toContain('4.0.0');
});
