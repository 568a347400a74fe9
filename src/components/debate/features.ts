import { debate, type Version } from '../../book/index.ts';
import { slugOf } from './people.ts';

/** What a version takes away: which version, what, why, by which mails, and its address. */
export interface Dropped {
  readonly version: string;
  readonly feature: string;
  readonly why: string;
  readonly source: readonly string[];
  readonly id: string;
}

/** A feature of the series, and for each version whether it has it, or drops it. */
export interface Feature {
  readonly name: string;
  readonly has: readonly boolean[];
  readonly drops: readonly (Dropped | undefined)[];
}

const droppedIn = ({ version, drops }: Version): Dropped[] =>
  drops.map((drop) => ({ ...drop, version, id: `dropped-${slugOf(drop.feature)}-${version}` }));

/** Everything that was dropped, in the order of the versions. */
export const dropped = (): Dropped[] => debate().versions.flatMap(droppedIn);

/** What each version has, from what each adds and drops, in the order in which it came. */
export function features(): Feature[] {
  const { versions } = debate();
  const names = [...new Set(versions.flatMap(({ adds }) => adds))];
  return names.map((name) => {
    const drops = versions.map((one) => droppedIn(one).find(({ feature }) => feature === name));
    let present = false;
    const has = versions.map(({ adds }, nth) => {
      if (adds.includes(name)) present = true;
      if (drops[nth]) present = false;
      return present;
    });
    return { name, has, drops };
  });
}
