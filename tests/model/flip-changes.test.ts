import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestFlips, pkvmMap, QUESTIONS, vmaIsCacheable, wholeTable } from 'stage-two';
import type { Decision, Field, Kernel } from 'stage-two';
import {
  choice,
  flag,
  integer,
  number,
  requiredFlag,
  optional,
} from '../../src/model/base/field.ts';
import { sameAnswer } from '../../src/model/explain/answer.ts';
import { singleChanges } from '../../src/model/explain/flips/changes.ts';
import { asked } from './support/inputs.ts';

const record = (name: string, fields: readonly Field[], changes: object = {}): Field => ({
  name,
  meaning: name,
  accepts: { kind: 'record', fields, orNull: false, ...changes },
  absent: 'required',
});
const list = (name: string, fields: readonly Field[]): Field => ({
  name,
  meaning: name,
  accepts: { kind: 'list', fields, max: 4 },
  absent: 'required',
});
const named: Field = {
  name: 'n',
  meaning: 'a number with names',
  accepts: { kind: 'integer', min: 0, max: 2, names: ['zero', 'one', 'two'] },
  absent: { default: 0 },
};

/** Changes as text, with the input that each makes. */
const changes = (fields: readonly Field[], input: object) =>
  singleChanges(fields, input as never).map(({ field, from, to, apply }) => [
    `${field}: ${String(from)} to ${String(to)}`,
    apply(input as never),
  ]);

describe('the single changes of a field', () => {
  it.each<[what: string, field: Field, input: object, wanted: readonly unknown[]]>([
    ['a flag', requiredFlag('x', ''), { x: true }, [['x: true to false', { x: false }]]],
    ['a flag left out', flag('x', ''), {}, [['x: false to true', { x: true }]]],
    ['a flag that is on by default', flag('x', '', true), {}, [['x: true to false', { x: false }]]],
    [
      'a word',
      choice('x', '', ['a', 'b', 'c'], 'a'),
      { x: 'b' },
      [
        ['x: b to a', { x: 'a' }],
        ['x: b to c', { x: 'c' }],
      ],
    ],
    [
      'a number that may be left out and is',
      optional(number('x', '', [12, 21])),
      {},
      [
        ['x: null to 12', { x: 12 }],
        ['x: null to 21', { x: 21 }],
      ],
    ],
    [
      'a small range that does not start at 0',
      integer('x', '', 5, 7),
      { x: 6 },
      [
        ['x: 6 to 5', { x: 5 }],
        ['x: 6 to 7', { x: 7 }],
      ],
    ],
    [
      'a name of a number stands for the number',
      named,
      { n: 'two' },
      [
        ['n: 2 to 0', { n: 0 }],
        ['n: 2 to 1', { n: 1 }],
      ],
    ],
    [
      'the number of a name',
      named,
      { n: 1 },
      [
        ['n: 1 to 0', { n: 0 }],
        ['n: 1 to 2', { n: 2 }],
      ],
    ],
    ['a range of nine is too wide', integer('x', '', 1, 9), { x: 3 }, []],
  ])('%s', (_what, field, input, wanted) => expect(changes([field], input)).toEqual(wanted));

  it('are all values of a range of eight', () => {
    const to = singleChanges([integer('x', '', 1, 8)], { x: 3 }).map((change) => change.to);
    expect(to).toEqual([1, 2, 4, 5, 6, 7, 8]);
    const below = singleChanges([integer('x', '', -4, -1)], { x: -2 }).map(({ to: at }) => at);
    expect(below).toEqual([-4, -3, -1]);
  });
});

describe('the single changes of what holds fields', () => {
  const x = flag('x', '');
  const y = flag('y', '');
  const nullable = record('r', [x], { orNull: true });

  it('change one field in a record and leave the others', () => {
    expect(changes([record('r', [x, y]), y], { r: { y: true }, y: true })).toEqual([
      ['r.x: false to true', { r: { x: true, y: true }, y: true }],
      ['r.y: true to false', { r: { y: false }, y: true }],
      ['y: true to false', { r: { y: true }, y: false }],
    ]);
  });

  it('take a required record away where null is a value, and add a plain one', () => {
    expect(changes([nullable], { r: { x: true } })).toEqual([
      ['r.x: true to false', { r: { x: false } }],
      ['r: given to null', { r: null }],
    ]);
    expect(changes([nullable], { r: null })).toEqual([
      ['r: null to plain', { r: {} }],
      ['r.x: false to true', { r: { x: true } }],
    ]);
  });

  it('never take away or add a record that is optional, or that cannot be null', () => {
    const left: Field = { ...nullable, absent: 'optional' };
    expect(changes([left], { r: { x: true } })).toEqual([
      ['r.x: true to false', { r: { x: false } }],
    ]);
    expect(changes([left], { r: null })).toEqual([]);
    expect(changes([left], {})).toEqual([]);
    expect(changes([record('r', [x])], { r: null })).toEqual([]);
    expect(changes([record('r', [x])], { r: { x: true } })).toEqual([
      ['r.x: true to false', { r: { x: false } }],
    ]);
  });

  it('change one item of a list, and say which', () => {
    const input = { l: [{ x: true }, {}, { x: true }], y: true };
    expect(changes([list('l', [x])], input)).toEqual([
      ['l[0].x: true to false', { ...input, l: [{ x: false }, {}, { x: true }] }],
      ['l[1].x: false to true', { ...input, l: [{ x: true }, { x: true }, { x: true }] }],
      ['l[2].x: true to false', { ...input, l: [{ x: true }, {}, { x: false }] }],
    ]);
    expect(changes([list('l', [x])], { l: [] })).toEqual([]);
    expect(changes([list('l', [x])], {})).toEqual([]);
  });

  it('reach into a record of a list, and into a list of a record', () => {
    const inList = [list('l', [record('r', [x])])];
    expect(changes(inList, { l: [{ r: {} }] })).toEqual([
      ['l[0].r.x: false to true', { l: [{ r: { x: true } }] }],
    ]);
    const inRecord = [record('r', [list('l', [x])])];
    expect(changes(inRecord, { r: { l: [{}, {}] } })).toEqual([
      ['r.l[0].x: false to true', { r: { l: [{ x: true }, {}] } }],
      ['r.l[1].x: false to true', { r: { l: [{}, { x: true }] } }],
    ]);
  });

  it('change nothing in the input that is asked about, whatever the question', () => {
    fc.assert(
      fc.property(asked, ({ question, input }) => {
        const before = JSON.stringify(input);
        const found = singleChanges(QUESTIONS[question].fields, input);
        const after = found.map(({ apply }) => JSON.stringify(apply(input)));
        expect(JSON.stringify(input)).toBe(before);
        expect(new Set(after).size).toBe(found.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the nearest flips, against the whole table', () => {
  type Row = { readonly input: Readonly<Record<string, unknown>>; readonly decision: Decision };
  const rows = (question: 'pkvmMap' | 'checkExtension', kernel: Kernel): Row[] =>
    [...wholeTable(question, kernel).rows].map(({ input, decision }) => ({ input, decision }));

  /** In how many fields two rows differ. */
  const distance = (a: Row, b: Row): number =>
    Object.keys(a.input).filter((name) => a.input[name] !== b.input[name]).length;

  it.each([
    ['checkExtension', 'v7.3'],
    ['checkExtension', 'v6.16'],
    ['pkvmMap', 'v7.3'],
    ['pkvmMap', 'v6.17'],
  ] as const)('%s of %s has as many as there are nearest rows with another answer', (q, kernel) => {
    const all = rows(q, kernel);
    for (const row of all.filter((_, i) => i % 5 === 0)) {
      const others = all.filter(({ decision }) => !sameAnswer(decision, row.decision));
      const near = Math.min(...others.map((other) => distance(row, other)));
      const wanted = near > 3 ? [] : others.filter((other) => distance(row, other) === near);
      const flips = nearestFlips(q, kernel, row.input);
      const made = flips.map((flip) =>
        JSON.stringify({
          ...row.input,
          ...Object.fromEntries(flip.changes.map(({ field, to }) => [field, to])),
        }),
      );
      expect(made.toSorted()).toEqual(wanted.map(({ input }) => JSON.stringify(input)).toSorted());
      for (const flip of flips) expect(flip.changes.length).toBe(near);
    }
  });

  it('are none for a question that is unknown, bad input, and an answer that never changes', () => {
    expect(nearestFlips('nothing' as never, 'v7.3', {})).toEqual([]);
    expect(nearestFlips('checkExtension', 'v7.3', { fwb: 7 })).toEqual([]);
    expect(vmaIsCacheable('v6.16', { attrIndx: 0 }).verdict).toBe('unknown');
    expect(nearestFlips('vmaIsCacheable', 'v6.16', { attrIndx: 0 })).toEqual([]);
    expect(pkvmMap('v6.17', {}).verdict).toBe('unknown');
    expect(nearestFlips('pkvmMap', 'v6.17', {})).toEqual([]);
  });
});
