import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './support/imports.ts';

/* A test says the same on a machine that is busy: what takes time is measured in bench. */

const files = globSync('tests/**/*.test.ts', {
  cwd: root,
  exclude: ['tests/house/patience.test.ts'],
});
const text = (file: string) => readFileSync(join(root, file), 'utf8');

it('no test reads a clock to hold a time against a limit', () => {
  expect(files.length).toBeGreaterThan(90);
  const clock = /\bperformance\.now\(|\bhrtime\b|Date\.now\(\) *[-<>]/;
  expect(files.filter((file) => clock.test(text(file)))).toEqual([]);
});

it('no test or hook has less than a minute', () => {
  const short = files.flatMap((file) =>
    [...text(file).matchAll(/(?:[tT]imeout: |^\}, )([\d_]+)\b(?! \*)/gm)]
      .filter(([, ms = '']) => Number(ms.replaceAll('_', '')) < 60_000)
      .map(([found]) => `${file}: ${found}`),
  );
  expect(short).toEqual([]);
});

it('no test lets go of what it waits for: one that never comes would fail the run, not the test', () => {
  const loose = /= page\.waitFor(?:Event|Response|Request)\(/;
  expect(files.filter((file) => loose.test(text(file)))).toEqual([]);
});
