import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/model/base/diagnose.ts';
import {
  choice,
  example,
  expected,
  flag,
  integer,
  number,
  requiredFlag,
  type Accepts,
  type Field,
  optional,
} from '../../src/model/base/field.ts';
import { BadInput, readInput } from '../../src/model/base/read-input.ts';
import { Reader } from '../../src/model/base/reader.ts';
import { received } from '../../src/model/base/received.ts';
import { Trace } from '../../src/model/base/step.ts';

const inner = [requiredFlag('set', 'the flag')];
const record = (name: string, orNull: boolean): Field => ({
  name,
  meaning: name,
  accepts: { kind: 'record', fields: inner, orNull },
  absent: 'optional',
});
const named: Accepts = { kind: 'integer', min: 0, max: 7, names: ['zero', 'one'] };
const fields: readonly Field[] = [
  requiredFlag('on', 'it is on'),
  choice('word', 'a word', ['a', 'b'], 'a'),
  optional(number('size', 'a size', [12, 21])),
  optional(integer('count', 'a count', 1, 5)),
  { name: 'named', meaning: 'named', accepts: named, absent: 'optional' },
  record('inner', false),
  record('orNull', true),
  {
    name: 'list',
    meaning: 'a list',
    accepts: { kind: 'list', fields: inner, max: 2 },
    absent: 'optional',
  },
];

describe('what is wrong with an input', () => {
  it.each<[unknown, string, string, string]>([
    [null, 'not-an-object', 'null', '{ on: true }'],
    [7, 'not-an-object', '7 (a number)', '{ on: true }'],
    [[], 'not-an-object', 'a list', '{ on: true }'],
    [{}, 'missing-field', 'on = nothing', 'on: true'],
    [{ on: 1 }, 'wrong-type', 'on = 1 (a number)', 'on: true'],
    [{ on: true, word: 1 }, 'wrong-type', 'word = 1 (a number)', "word: 'a'"],
    [{ on: true, word: 'c' }, 'unknown-choice', 'word = "c" (a string)', "word: 'a'"],
    [{ on: true, size: '12' }, 'wrong-type', 'size = "12" (a string)', 'size: 12'],
    [{ on: true, size: 13 }, 'unknown-choice', 'size = 13 (a number)', 'size: 12'],
    [{ on: true, count: 'x' }, 'wrong-type', 'count = "x" (a string)', 'count: 1'],
    [{ on: true, count: 0 }, 'out-of-range', 'count = 0 (a number)', 'count: 1'],
    [{ on: true, count: 6 }, 'out-of-range', 'count = 6 (a number)', 'count: 1'],
    [{ on: true, count: 1.5 }, 'out-of-range', 'count = 1.5 (a number)', 'count: 1'],
    [{ on: true, named: 'two' }, 'unknown-choice', 'named = "two" (a string)', 'named: 0'],
    [{ on: true, named: 8 }, 'out-of-range', 'named = 8 (a number)', 'named: 0'],
    [{ on: true, named: true }, 'wrong-type', 'named = true', 'named: 0'],
    [{ on: true, inner: null }, 'not-an-object', 'inner = null', '{ set: true }'],
    [{ on: true, inner: {} }, 'missing-field', 'inner.set = nothing', 'set: true'],
    [{ on: true, orNull: 3 }, 'not-an-object', 'orNull = 3 (a number)', '{ set: true }'],
    [{ on: true, list: {} }, 'not-a-list', 'list = an object', 'list: [{ set: true }]'],
    [{ on: true, list: [1, 2, 3] }, 'too-long', 'list = a list', 'list: [{ set: true }]'],
    [
      { on: true, list: [{ set: true }, 5] },
      'not-an-object',
      'list[1] = 5 (a number)',
      '{ set: true }',
    ],
    [{ on: true, list: [{ set: 0 }] }, 'wrong-type', 'list[0].set = 0 (a number)', 'set: true'],
    [{ on: true, Word: 'a' }, 'unknown-field', 'Word = "a" (a string)', 'word'],
    [{ on: true, zzz: 'a' }, 'unknown-field', 'zzz = "a" (a string)', 'on'],
    [
      { on: true, inner: { set: true, SET: 1 } },
      'unknown-field',
      'inner.SET = 1 (a number)',
      'set',
    ],
  ])('%j: %s', (input, code, got, sample) => {
    const error = diagnose(fields, input);
    expect(error).toMatchObject({ code, received: got, example: sample });
    const place = got.includes(' = ') ? got.split(' = ')[0] : '';
    const { remedy, expected: wanted } = error!;
    expect(remedy).toBe(
      {
        'not-an-object': `Give ${place || 'the input'} as an object.`,
        'missing-field': `Add ${place}: ${place === 'on' ? 'it is on' : 'the flag'}.`,
        'unknown-field': 'Check the spelling of the field, or leave it out.',
      }[code] ?? `Give ${place} as ${wanted}.`,
    );
    expect(wanted).toMatch(
      { 'not-an-object': /^an object$/, 'unknown-field': /^a field out of (on, word, .*|set)$/ }[
        code
      ] ?? /^\S+ \S/,
    );
  });

  it.each([
    { on: false },
    { on: true, word: 'b', size: 21, count: 1, named: 'one', inner: { set: true } },
    { on: true, count: 5, named: 7, orNull: null, list: [] },
    { on: true, named: 0, orNull: { set: false }, list: [{ set: true }, { set: false }] },
    { on: true, word: undefined },
  ])('is nothing for %j', (input) => expect(diagnose(fields, input)).toBeNull());

  it('cuts the name of a field that is too long', () => {
    const error = diagnose(fields, { on: true, ['x'.repeat(100)]: 1 });
    expect(error?.received).toBe(`${'x'.repeat(60)} = 1 (a number)`);
  });

  it('says what a field takes, with an example that it takes', () => {
    expect(fields.map(({ accepts }) => expected(accepts))).toEqual([
      'true or false',
      "one of 'a', 'b'",
      'one of 12, 21',
      'a whole number from 1 to 5',
      "a whole number from 0 to 7, or one of 'zero', 'one'",
      'an object',
      'an object, or null',
      'a list of at most 2 objects',
    ]);
    for (const { name, accepts } of fields) {
      const value = new Function(`return (${example(accepts)})`)() as unknown;
      expect(diagnose(fields, { on: true, [name]: value })).toBeNull();
    }
    const left = [flag('a', ''), flag('b', '')];
    const all = [requiredFlag('c', ''), requiredFlag('d', ''), flag('e', '')];
    const shape = (some: readonly Field[]): string =>
      example({ kind: 'record', fields: some, orNull: false });
    expect([shape(left), shape(all)]).toEqual(['{ a: true }', '{ c: true, d: true }']);
  });
});

describe('a value that was received', () => {
  it.each<[unknown, string]>([
    ['x'.repeat(40), `"${'x'.repeat(40)}" (a string)`],
    ['x'.repeat(41), `"${'x'.repeat(40)}"... (a string of 41 characters)`],
    [-0, '-0 (a number)'],
    [0, '0 (a number)'],
    [Number.NaN, 'NaN (a number)'],
    [5n, 'a bigint'],
    [false, 'false'],
    [undefined, 'nothing'],
    [Symbol('s'), 'a symbol'],
    [() => 0, 'a function'],
    [null, 'null'],
    [[], 'a list'],
    [{}, 'an object'],
  ])('%# is told', (value, text) => expect(received(value)).toBe(text));
});

describe('a reader', () => {
  it('reads what a field takes, and remembers what it does not', () => {
    const read = (use: (r: Reader) => unknown): [unknown, boolean] => {
      const r = new Reader();
      return [use(r), r.ok];
    };
    expect(read((r) => r.flag(undefined, true))).toEqual([true, true]);
    expect(read((r) => r.flag(false, true))).toEqual([false, true]);
    expect(read((r) => r.flag(null, true))).toEqual([true, false]);
    expect(read((r) => r.requiredFlag(undefined))).toEqual([false, false]);
    expect(read((r) => r.requiredFlag(false))).toEqual([false, true]);
    expect(read((r) => r.choice(undefined, ['a', 'b'], 'b'))).toEqual(['b', true]);
    expect(read((r) => r.choice(undefined, ['a', 'b'], undefined))).toEqual(['a', false]);
    expect(read((r) => r.choice('b', ['a', 'b'], 'a'))).toEqual(['b', true]);
    expect(read((r) => r.integer(undefined, 1, 4, 3))).toEqual([3, true]);
    expect(read((r) => r.integer(undefined, 1, 4, undefined))).toEqual([1, false]);
    expect(read((r) => r.integer(-0, 0, 4, 1))).toEqual([0, true]);
    expect(read((r) => r.integer(4, 1, 4, 1))).toEqual([4, true]);
    expect(read((r) => r.integer(5, 1, 4, 2))).toEqual([1, false]);
    expect(read((r) => r.number(21, [12, 21]))).toEqual([21, true]);
    expect(read((r) => r.number('21', [12, 21]))).toEqual([12, false]);
    expect(read((r) => r.named('b', 7, ['a', 'b'], 0))).toEqual([1, true]);
    expect(read((r) => r.named('c', 7, ['a', 'b'], 0))[1]).toBe(false);
    expect(read((r) => r.named(7, 7, ['a', 'b'], 0))).toEqual([7, true]);
    expect(read((r) => r.named(undefined, 7, ['a', 'b'], 3))).toEqual([3, true]);
    expect([[], null, 'x', 1].map((value) => read((r) => r.object(value)))).toEqual(
      Array.from({ length: 4 }, () => [{}, false]),
    );
    expect(read((r) => r.only({ a: 1 }, new Set(['a', 'b'])))[1]).toBe(true);
    expect(read((r) => r.only({ a: 1, c: 1 }, new Set(['a', 'b'])))[1]).toBe(false);
  });

  it('that refuses what the fields take says that the input changed', () => {
    const refuse = readInput([], {}, (r) => (r.ok = false));
    const threw = readInput([], {}, () => {
      throw new Error('late');
    });
    for (const answer of [refuse, threw]) {
      if (!(answer instanceof BadInput)) throw new Error('accepted');
      expect(answer.error.code).toBe('unreadable');
      expect(answer.error).toMatchObject({ expected: 'an object with plain fields' });
      expect(answer.error.received).toMatch(/^an input that threw, or changed/);
      expect(answer.error.example).toBe('{ fwb: true }');
      expect(answer.error.remedy).toMatch(/^[A-Z].*\.$/);
    }
  });
});

describe('the steps of an answer', () => {
  it('end with the one that decides', () => {
    const trace = new Trace();
    trace.decided();
    expect(trace.steps).toEqual([]);
    expect(trace.ask('a', 'f', { x: 1 }, 7, ['V10-6'])).toBe(7);
    expect(trace.note('read', 'b', 'g', {}, false, [])).toBe(false);
    trace.decided();
    expect(trace.steps).toEqual([
      { check: 'a', in: 'f', inputs: { x: 1 }, answer: 7, source: ['V10-6'], decides: false },
      { check: 'b', in: 'g', inputs: {}, answer: false, source: [], decides: true, status: 'read' },
    ]);
  });
});
