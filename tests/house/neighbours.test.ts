import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { LONGEST } from '../support/longest-first.ts';
import { root } from './support/imports.ts';

/* Test files run one after the other in the same process: none may change what the next one meets. */

const files = globSync('tests/**/*.ts', { cwd: root, exclude: ['tests/mutants/**'] });

/** What Vitest does not take back by itself at the end of a file. */
const LASTING = [
  /\bprocess\.chdir\(/,
  /\b(?:delete |Object\.assign\()process\.env\b/,
  /\bprocess\.env(?:\.\w+|\[[^\]]+\])\s*(?:\?\?|\|\||&&)?=(?!=)/,
  /\bvi\.(?:mock|doMock|useFakeTimers)\(/,
];
const lasts = (text: string): boolean => LASTING.some((one) => one.test(text));

it('no test file changes the folder, the variables or the modules of its process', () => {
  const change = ['chdir("/")', 'env.CI = "1"', "env['CI'] ??= '1'"].map((end) => `process.${end}`);
  expect(change.filter(lasts)).toEqual(change);
  expect(lasts('process.env.CI === "1" || process.env["CI"] == 1')).toBe(false);
  expect(files.length).toBeGreaterThan(150);
  expect(files.filter((file) => lasts(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});

it('the files that are begun first are there', () => {
  expect(LONGEST.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});
