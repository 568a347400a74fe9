import { explain } from '../model/index.ts';
import { compare } from './compare.ts';
import { asRecorded, type ProbeHost, type ProbeRun } from './probe.ts';
import { VISIBLE, type ProbeRow } from './probe-rows.ts';
import type { Row } from './row.ts';
import type { Recorded } from './schema.ts';

/** Holds every answer of a run of the probe against the model, row by row. */
export const compareProbe = (run: ProbeRun, host: ProbeHost): readonly ProbeRow[] =>
  compareVisible(asRecorded(run, host));

/** The same of a run in the form of a recorded one: what the probe can see of it. */
export function compareVisible(run: Recorded): readonly ProbeRow[] {
  const compared = compare(run);
  return [
    ...visible('', compared.capability),
    ...compared.cases.flatMap(({ one, rows }) => visible(one.id, rows)),
  ];
}

const visible = (id: string, rows: readonly Row[]): ProbeRow[] =>
  rows.flatMap(({ point, seen, model, verdict, why, decisions }) => {
    const known = VISIBLE.find((other) => other === point);
    if (known === undefined) return [];
    const steps = decisions.flatMap((decision) => explain(decision));
    return [{ id, point: known, seen, model, verdict, why, steps }];
  });
