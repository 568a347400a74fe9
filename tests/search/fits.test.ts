import { expect, test } from 'vitest';
import { fits } from '../../src/search/fits.ts';

test.each([
  ['zzqqx', ['Z', 'Glossary'], false],
  ['qxw', ['Questions', 'q'], false],
  ['memsolt', ['memslot'], true],
  ['mapping', ['mapped'], true],
  ['page', ['vm_insert_page()'], true],
  ['EFAULT?', ['efault'], true],
  ['zzqqx cache', ['the cache'], true],
  ['…', ['anything'], true],
] as const)('%s beside %j: %s', (typed, found, expected) => {
  expect(fits(typed, found)).toBe(expected);
});
