import { inspect as ofNode } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { format } from '../../src/snippets/realm/format.ts';
import { inspect } from '../../src/snippets/realm/inspect.ts';

/* Node's own inspect is the outside source for what a value looks like on one line. */
const oneLine = (value: unknown): string =>
  ofNode(value, { depth: 6, compact: true, breakLength: Infinity, sorted: false });

const leaf = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.double(),
  fc.integer(),
  fc.bigInt(),
  fc.boolean(),
  fc.constantFrom(null, undefined, Symbol('s'), new Date(0), /a+/gi),
);
const key = fc.string({ maxLength: 5 }).filter((name) => name !== '__proto__');
const { value: anything } = fc
  // cspell:ignore letrec
  .letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'value' },
      leaf,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(key, tie('value'), { maxKeys: 3, noNullPrototype: true }),
      fc.array(fc.tuple(leaf, tie('value')), { maxLength: 2 }).map((entries) => new Map(entries)),
      fc.array(leaf, { maxLength: 3 }).map((items) => new Set(items)),
    ),
  }));

describe('inspect', () => {
  test('writes what fits on a line as Node does', () => {
    let compared = 0;
    fc.assert(
      fc.property(anything, (value) => {
        const expected = oneLine(value);
        if (expected.length > 60) return;
        compared += 1;
        expect(inspect(value)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
    expect(compared).toBeGreaterThan(1000);
  });

  test('breaks what does not, without another change', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const squeeze = (text: string): string => text.replace(/\s+/g, '');
        expect(squeeze(inspect(value))).toBe(squeeze(oneLine(value)));
      }),
      { numRuns: 2000 },
    );
  });

  test('cuts long lists, long texts and deep values, and says so', () => {
    expect(inspect(Array.from({ length: 101 }, () => 0))).toMatch(
      /0,\n {2}\.\.\. 1 more item\n\]$/,
    );
    expect(inspect(new Set(Array.from({ length: 150 }, (_, i) => i)))).toMatch(
      /\.\.\. 50 more items/,
    );
    expect(inspect(['x'.repeat(10_002)])).toMatch(/x'\.\.\. 2 more characters/);
    const deep = JSON.parse('{"a":'.repeat(9) + '1' + '}'.repeat(9)) as unknown;
    expect(inspect(deep)).toBe('{ a: { a: { a: { a: { a: { a: { a: [Object] } } } } } } }');
  });

  test('never grows far beyond its room', () => {
    const wide = Array.from({ length: 100 }, () =>
      Array.from({ length: 100 }, () => 'x'.repeat(100)),
    );
    expect(inspect(wide, 10_000).length).toBeLessThan(40_000);
  });
});

test('format joins arguments as console.log of Node does', () => {
  const calls: unknown[][] = [
    ['%s and %s', 'a', 'b', 'c'],
    ['%d%%', 5],
    ['%i', 7.9],
    ['%f', '1.5'],
    ['%x', 1],
    ['%'],
    ['a', 1, 'b'],
    [1, 'a'],
    [],
  ];
  const expected = ['a and b c', '5%', '7', '1.5', '%x 1', '%', 'a 1 b', '1 a', ''];
  expect(calls.map(format)).toEqual(expected);
});
