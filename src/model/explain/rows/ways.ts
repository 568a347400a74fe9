import type { Field } from '../../base/field.ts';
import type { Change } from '../flips/changes.ts';
import { cellOf, GIVEN, LEFT_OUT, NONE } from './columns.ts';

/** One column to change, as cells have it. */
export interface WayChange {
  readonly column: string;
  readonly from: string;
  /** Each of these leads there, whatever the other changes of the way are. */
  readonly to: readonly string[];
}

/** Columns to change together. */
export type Way = readonly WayChange[];

/** Changes as columns and cells; ways that differ in one value alone become one. */
export function waysOf(fields: readonly Field[], all: readonly (readonly Change[])[]): Way[] {
  let ways: Way[] = all.map((changes) =>
    changes.map(({ field, from, to }) => {
      const [a, b] = [from, to].map((value) => wordOf(fieldAt(fields, field), value));
      return { column: field, from: a as string, to: [b as string] };
    }),
  );
  const most = Math.max(0, ...ways.map((way) => way.length));
  for (let i = 0; i < most; i++) ways = merged(ways, i);
  return ways;
}

/** Ways as lines: "fwb 1 instead of 0 and dic 1 instead of 0". */
export function waysInWords(ways: readonly Way[]): string[] {
  return ways.map((way) =>
    way.map(({ column, from, to }) => `${column} ${oneOf(to)} instead of ${from}`).join(' and '),
  );
}

const oneOf = (values: readonly string[]): string =>
  values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;

/** Joins ways that are the same but for the values of their change at `place`. */
function merged(ways: readonly Way[], place: number): Way[] {
  const groups = new Map<string, Way>();
  for (const way of ways) {
    const key = JSON.stringify(
      way.map(({ column, to }, i) => (i === place ? [column] : [column, ...to])),
    );
    const before = groups.get(key)?.[place];
    const one = way[place];
    groups.set(
      key,
      before && one ? way.with(place, { ...one, to: [...before.to, ...one.to] }) : way,
    );
  }
  return [...groups.values()];
}

/** The field that a place such as `vmas[0].attrIndx` names. */
function fieldAt(fields: readonly Field[], place: string): Field | undefined {
  const [first = '', ...rest] = place.split('.');
  const field = fields.find(({ name }) => name === first.replace(/\[.*/, ''));
  if (rest.length === 0 || !field) return field;
  return 'fields' in field.accepts ? fieldAt(field.accepts.fields, rest.join('.')) : undefined;
}

/** A record is given or not, a field may be left out; all else is as in a cell. */
function wordOf(field: Field | undefined, value: unknown): string {
  if (value === null) return field?.absent === 'optional' ? LEFT_OUT : NONE;
  if (value === 'plain' && field?.accepts.kind === 'record') return GIVEN;
  return cellOf(value, field);
}
