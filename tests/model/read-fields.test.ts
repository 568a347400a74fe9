import { describe, expect, it } from 'vitest';
import { choice, flag, integer, number, type Field, optional } from '../../src/model/base/field.ts';
import { readFields } from '../../src/model/base/read-fields.ts';
import { Reader } from '../../src/model/base/reader.ts';

const inner = [flag('set', 'a flag'), optional(integer('count', 'a number', 0, 9))];
const fields: readonly Field[] = [
  choice('word', 'a word', ['a', 'b'], 'b'),
  optional(number('size', 'a size', [12, 21])),
  {
    name: 'named',
    meaning: 'a number or its name',
    accepts: { kind: 'integer', min: 0, max: 7, names: ['zero', 'one'] },
    absent: { default: 0 },
  },
  {
    name: 'list',
    meaning: 'a list',
    accepts: { kind: 'list', fields: inner, max: 2 },
    absent: 'optional',
  },
  {
    name: 'record',
    meaning: 'a record',
    accepts: { kind: 'record', fields: inner, orNull: true },
    absent: 'optional',
  },
  {
    name: 'needed',
    meaning: 'a record that is never null',
    accepts: { kind: 'record', fields: inner, orNull: false },
    absent: 'required',
  },
];

function read(input: unknown): unknown {
  const reader = new Reader();
  const values = readFields(reader, fields, input);
  return reader.ok ? values : 'refused';
}

const plain = { set: false, count: null };

describe('a record that is read by its fields', () => {
  it('has every field: defaults where there are any, else null', () => {
    const rest = { word: 'b', size: null, named: 0, list: null, record: null };
    expect(read({ needed: {} })).toEqual({ ...rest, needed: plain });
  });

  it('has what was given', () => {
    const given = { word: 'a', size: 21, named: 'one', list: [{}, { count: 9 }], record: null };
    expect(read({ ...given, needed: { set: true } })).toEqual({
      ...given,
      named: 1,
      list: [plain, { set: false, count: 9 }],
      needed: { set: true, count: null },
    });
  });

  it.each([
    {},
    { needed: null },
    { needed: {}, word: 'c' },
    { needed: {}, size: 13 },
    { needed: {}, size: '12' },
    { needed: {}, named: 'two' },
    { needed: {}, named: 8 },
    { needed: {}, list: {} },
    { needed: {}, list: { length: 0 } },
    { needed: {}, list: [{}, {}, {}] },
    { needed: {}, list: [{ other: 1 }] },
    { needed: {}, record: { count: 10 } },
    { needed: { set: null } },
    { needed: {}, other: 1 },
    null,
    [],
  ])('%o is refused', (input) => expect(read(input)).toBe('refused'));
});
