import type { Recorded } from './schema.ts';

/** Versions of Linux that ran, in the order of the runs. */
export const versionsOf = (runs: readonly Recorded[]): readonly string[] => [
  ...new Set(runs.map(({ kernel }) => kernel.version)),
];

/** The ids of all cases, in the order of the program that runs them. */
export const caseIds = (runs: readonly Recorded[]): readonly string[] => [
  ...new Set(runs.flatMap(({ cases }) => cases.map(({ id }) => id))),
];

/** A run of its kernel: the CPU, and the mode where it is not the usual one. */
export function cpuName({ cpu, mode, driver }: Recorded): string {
  const told = mode === 'VHE' ? [] : [mode === 'protected' ? 'pKVM' : mode];
  const extra = [...told, ...(driver === undefined ? [] : [driver.name])];
  return extra.length === 0 ? cpu : `${cpu} (${extra.join(', ')})`;
}
