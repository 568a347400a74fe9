import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { constantsOf } from '../../src/styles/constants.ts';

const TOKENS = `:root {
  --ink: light-dark(#000, #fff);
  --small: 0.5rem;
  --wide: calc(var(--small) + 3px);
  --line: 1.5;
  --above: 4rem;
  --quick: 140ms;
}`;

test('a size that no other sheet sets is written out, in other sizes too', () => {
  const other = ':root { --above: 6rem } @media print { :root { --quick: 0s } }';
  expect([...constantsOf(TOKENS, [TOKENS, other])]).toEqual([
    ['--small', '0.5rem'],
    ['--wide', 'calc(0.5rem + 3px)'],
    ['--line', '1.5'],
  ]);
});

test('no colour of the theme is a constant, and each step of space is one', () => {
  const tokens = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');
  const names = [...constantsOf(tokens, [tokens]).keys()];
  const colours = [...tokens.matchAll(/(--[\w-]+): light-dark/g)].map(([, name]) => name);
  expect(colours.length).toBeGreaterThan(10);
  expect(names.filter((name) => colours.includes(name))).toEqual([]);
  const spaces = [...tokens.matchAll(/--space-\d/g)].map(([name]) => name);
  expect(names).toEqual(expect.arrayContaining(spaces));
});
