import { debate } from '../../book/index.ts';

/** A feature of the series, and for each version whether it has it. */
export interface Feature {
  readonly name: string;
  readonly has: readonly boolean[];
}

/** What each version has, from what each adds and drops, in the order in which it came. */
export function features(): Feature[] {
  const { versions } = debate();
  const names = [...new Set(versions.flatMap(({ adds }) => adds))];
  return names.map((name) => {
    let present = false;
    const has = versions.map(({ adds, drops }) => {
      if (adds.includes(name)) present = true;
      if (drops.includes(name)) present = false;
      return present;
    });
    return { name, has };
  });
}
