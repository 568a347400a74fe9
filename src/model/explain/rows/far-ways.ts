import type { Field } from '../../base/field.ts';
import { singleChanges, type Change } from '../flips/changes.ts';
import { axisKey, inputAt, type Axis } from '../tables/domain.ts';
import type { Places } from './places.ts';

/** Rows between two steps: a few milliseconds. */
const STEP = 4096;

/** What a search over all rows reads. */
interface Read {
  readonly places: Places;
  readonly axes: readonly Axis[];
  readonly fields: readonly Field[];
  /** Whether a row has the answer that is looked for. */
  readonly isWanted: (place: number, digits: readonly number[]) => boolean;
}

/**
 * The smallest sets of changes that lead from a row to one that is wanted, of more than `beyond` changes, found
 * by a walk over all rows: each step says how many it has looked at. Empty where no row is wanted.
 */
export function* farWays(
  { places, axes, fields, isWanted }: Read,
  row: number,
  beyond: number,
): Generator<number, Change[][]> {
  const from = places.digitsOf(row);
  const along = axes.map((axis, i) => changesAlong(axis, fields, from[i] as number));
  const costs = along.map((values) => values.map((changes) => changes?.length ?? Infinity));
  const all = places.lengths.map((length) => [...Array(length).keys()]);
  let least = Infinity;
  let nearest: number[][] = [];
  let looked = 0;
  for (const { place, digits } of places.each(all)) {
    if (++looked % STEP === 0) yield looked;
    let cost = 0;
    for (let i = 0; i < digits.length; i++)
      cost += (costs[i] as number[])[digits[i] as number] as number;
    // What is nearer was looked at, and what is as far as that or farther asks the kernel for nothing.
    if (cost <= beyond || cost > least || !isWanted(place, digits)) continue;
    if (cost < least) nearest = [];
    least = cost;
    nearest.push([...digits]);
  }
  return nearest.map((digits) => digits.flatMap((digit, i) => along[i]?.[digit] ?? []));
}

/** For each value of an axis the fewest changes that lead to it from the value at `from`. */
function changesAlong(
  axis: Axis,
  fields: readonly Field[],
  from: number,
): (readonly Change[] | undefined)[] {
  const own = fields.filter(({ name }) => name === axis.name);
  const one = { axes: [axis], fixed: [], endless: null };
  const found: (readonly Change[] | undefined)[] = axis.values.map(() => undefined);
  found[from] = [];
  const next = [{ input: inputAt([axis], [from]), changes: [] as readonly Change[] }];
  for (const { input, changes } of next)
    for (const { apply, needs, field, from: before, to } of singleChanges(own, input)) {
      // A record is added first, and that is a change of its own.
      if (needs !== undefined) continue;
      const changed = apply(input);
      const digit = Number(axisKey(one, changed) ?? Number.NaN);
      if (Number.isNaN(digit) || found[digit] !== undefined) continue;
      const so = [...changes, { field, from: before, to }];
      found[digit] = so;
      next.push({ input: changed, changes: so });
    }
  return found;
}
