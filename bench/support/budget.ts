import { table } from './table.ts';

/** A limit of the project and what was measured. */
export interface Budget {
  what: string;
  value: number;
  limit: number;
  /** `most`: the value may not be above the limit; `least`: not below. */
  bound: 'most' | 'least';
  unit: string;
}

export const atMost = (what: string, value: number, limit: number, unit = ''): Budget => ({
  what,
  value,
  limit,
  bound: 'most',
  unit,
});

export const atLeast = (what: string, value: number, limit: number): Budget => ({
  what,
  value,
  limit,
  bound: 'least',
  unit: '',
});

/** False for a value that could not be measured. */
export const isMet = ({ limit, bound, value }: Budget): boolean =>
  bound === 'most' ? value <= limit : value >= limit;

export function budgetTable(budgets: readonly Budget[]): string {
  const rows = budgets.map((budget) => {
    const { what, limit, bound, unit, value } = budget;
    const result = isMet(budget) ? 'pass' : 'FAIL';
    return [what, `at ${bound} ${limit}${unit}`, `${round(value)}${unit}`, result];
  });
  return table(['budget', 'limit', 'measured', 'result'], rows);
}

/** Three significant digits, so that a value just above 0 is not shown as 0. */
const round = (value: number): number => Number(value.toPrecision(3));
