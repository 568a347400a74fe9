import { describe, expect, it } from 'vitest';
import type { Field } from 'stage-two';
import { choice, flag, integer, number, requiredFlag } from '../../src/model/base/field.ts';
import { axisKey, domainOf, inputsOf, sizeOf } from '../../src/model/explain/tables/domain.ts';

const record = (name: string, fields: readonly Field[], changes: Partial<Field> = {}): Field => ({
  name,
  meaning: name,
  accepts: { kind: 'record', fields, orNull: false },
  absent: 'required',
  ...changes,
});
const list = (name: string, fields: readonly Field[]): Field => ({
  name,
  meaning: name,
  accepts: { kind: 'list', fields, max: 4 },
  absent: 'required',
});
const wide = integer('wide', 'too wide', 0, 8);
const narrow = integer('narrow', 'few', 2, 4);
const optional = { absent: 'optional' } as const;

describe('the inputs of a question', () => {
  it.each<[string, Field, readonly unknown[]]>([
    ['a flag', flag('x', ''), [{ x: false }, { x: true }]],
    ['a flag that is on by default', flag('x', '', true), [{ x: true }, { x: false }]],
    ['a required flag', requiredFlag('x', ''), [{ x: false }, { x: true }]],
    ['a word', choice('x', '', ['a', 'b']), [{ x: 'a' }, { x: 'b' }]],
    ['a word with a default', choice('x', '', ['a', 'b'], 'b'), [{ x: 'b' }, { x: 'a' }]],
    ['a number out of a list', number('x', '', [12, 21]), [{ x: 12 }, { x: 21 }]],
    [
      'a number that may be left out',
      { ...number('x', '', [12, 21]), ...optional },
      [{}, { x: 12 }, { x: 21 }],
    ],
    ['a small range', narrow, [{ narrow: 2 }, { narrow: 3 }, { narrow: 4 }]],
    ['a range of eight', integer('x', '', 1, 8), [1, 2, 3, 4, 5, 6, 7, 8].map((x) => ({ x }))],
    [
      'a small range with a default',
      integer('x', '', 0, 2, { default: 1 }),
      [{ x: 1 }, { x: 0 }, { x: 2 }],
    ],
    ['a record', record('r', [flag('x', '')]), [{ r: { x: false } }, { r: { x: true } }]],
    [
      'a record or null',
      record('r', [flag('x', '')], {
        accepts: { kind: 'record', fields: [flag('x', '')], orNull: true },
      }),
      [{ r: { x: false } }, { r: { x: true } }, { r: null }],
    ],
    ['a list', list('l', [flag('x', '')]), [{ l: [{ x: false }] }, { l: [{ x: true }] }]],
  ])('%s', (_what, field, wanted) => {
    const domain = domainOf([field]);
    expect([...inputsOf(domain)]).toEqual(wanted);
    expect(sizeOf(domain)).toBe(wanted.length);
    expect([domain.fixed, domain.endless]).toEqual([[], null]);
    wanted.forEach((input, i) => expect(axisKey(domain, input as object as never)).toBe(`${i}`));
  });

  it('have no place for a record that is no row, nor for a number in its place', () => {
    const orNull = { accepts: { kind: 'record', fields: [narrow], orNull: true } } as const;
    expect(axisKey(domainOf([record('r', [narrow], orNull)]), { r: { narrow: 9 } })).toBeNull();
    expect(axisKey(domainOf([record('r', [flag('x', '')])]), { r: 5 })).toBeNull();
  });

  it('are every pair of values, the first field slowest', () => {
    const domain = domainOf([flag('a', ''), narrow]);
    expect([...inputsOf(domain)].map(({ a, narrow: n }) => `${String(a)} ${String(n)}`)).toEqual([
      'false 2',
      'false 3',
      'false 4',
      'true 2',
      'true 3',
      'true 4',
    ]);
    expect(sizeOf(domain)).toBe(6);
    expect([...inputsOf(domainOf([]))]).toEqual([{}]);
  });

  it('leave out what is wide or may stay out, and say so', () => {
    const open = { ...wide, ...optional };
    const inner = [flag('x', ''), open];
    const fields = [
      open,
      record('r', inner),
      record('s', inner, optional),
      list('l', [open, narrow]),
    ];
    const domain = domainOf(fields);
    expect(domain.fixed).toEqual(['wide', 'r.wide', 's', 'l[].wide']);
    expect(domain.endless).toBeNull();
    expect(domain.axes.map(({ name }) => name)).toEqual(['r', 'l']);
    expect(sizeOf(domain)).toBe(2 * 3);
  });

  it('have no end where a field that is needed is wide', () => {
    expect(domainOf([flag('x', ''), wide, integer('y', '', 0, 99)]).endless).toBe('wide');
    expect(domainOf([record('r', [wide])]).endless).toBe('r');
    expect(domainOf([list('l', [wide])]).endless).toBe('l');
    expect(domainOf([{ ...record('r', [wide]), ...optional }]).endless).toBeNull();
  });
});

describe('the place of an input', () => {
  const domain = domainOf([
    flag('a', '', true),
    record('r', [flag('x', ''), integer('n', '', 0, 3, { default: 0 })]),
    list('l', [flag('x', '')]),
  ]);
  const at = (input: Record<string, unknown>) => axisKey(domain, input);
  const row = { a: true, r: { x: false, n: 0 }, l: [{ x: false }] };

  it('is the first where it says nothing more than the defaults', () => {
    expect(at(row)).toBe('0 0 0');
    expect(at({})).toBe('0 0 0');
    expect(at({ r: {}, l: [{}] })).toBe('0 0 0');
    expect(at({ ...row, a: undefined })).toBe('0 0 0');
    expect(at({ ...row, r: { n: 0 } })).toBe('0 0 0');
  });

  it('counts the values of each field', () => {
    expect(at({ ...row, a: false })).toBe('1 0 0');
    expect(at({ ...row, r: { n: 3 } })).toBe('0 3 0');
    expect(at({ ...row, r: { x: true, n: 1 } })).toBe('0 5 0');
    expect(at({ ...row, l: [{ x: true }] })).toBe('0 0 1');
  });

  it('is none where it says what no row says', () => {
    expect(at({ ...row, other: 1 })).toBeNull();
    expect(at({ ...row, a: 1 })).toBeNull();
    expect(at({ ...row, r: null })).toBeNull();
    expect(at({ ...row, r: { n: 4 } })).toBeNull();
    expect(at({ ...row, r: { y: true } })).toBeNull();
    expect(at({ ...row, l: [] })).toBeNull();
    expect(at({ ...row, l: [{}, {}] })).toBeNull();
    expect(at({ ...row, l: 7 })).toBeNull();
  });
});
