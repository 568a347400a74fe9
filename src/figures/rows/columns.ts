import { filterLeaves, type Counts, type Filters } from '../../model/index.ts';

/** What is known of the rows that are left. */
export interface Known {
  readonly total: number;
  readonly counts: Counts;
  readonly filters: Filters;
}

/** A column that is the same in every row, with what stands there. */
export type Same = readonly [name: string, value: string];

/** The columns in the order in which they are shown, and those that never change. */
export interface Shown {
  readonly columns: readonly string[];
  readonly same: readonly Same[];
}

/**
 * The columns of a table: the answers in words first, then the inputs, then the parts of the answers.
 * One that is the same in every row is told once, unless the reader wants `all`.
 */
export function shownColumns(
  inputs: readonly string[],
  answers: readonly string[],
  { total, counts, filters }: Known,
  all: boolean,
): Shown {
  const isLead = (name: string): boolean => /^(?:then\.)?answer$/.test(name);
  const order = [...answers.filter(isLead), ...inputs, ...answers.filter((name) => !isLead(name))];
  const columns: string[] = [];
  const same: Same[] = [];
  for (const name of order) {
    const filter = filters[name];
    const values = typeof filter === 'string' ? undefined : counts.get(name);
    const there = [...(values ?? [])].filter(
      ([value, count]) => count > 0 && filterLeaves(filter, value),
    );
    const [only, ...others] = there;
    const alone = others.length === 0 && only?.[1] === total ? only[0] : null;
    const value = typeof filter === 'string' ? filter : alone;
    const never = values !== undefined && there.length === 0;
    if (value !== null && total > 0) same.push([name, value]);
    if (all ? !never : isLead(name) || (value === null && !never)) columns.push(name);
  }
  return { columns, same };
}
