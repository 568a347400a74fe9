import { allRows, compare } from '../../src/observations/compare.ts';
import { modelKernel } from '../../src/observations/kernel.ts';
import type { Row } from '../../src/observations/row.ts';
import type { Recorded } from '../../src/observations/schema.ts';

/** How a run stands to the model. */
export interface BesideModel {
  /** A count of rows. */
  readonly count: string;
  /** Each answer that is not the model's, and each case whose evidence says two things. */
  readonly findings: readonly string[];
}

/** Holds every answer of a run against the model. */
export function besideModel(run: Recorded): BesideModel {
  const compared = compare(run);
  const rows = allRows(compared);
  const count = (verdict: Row['verdict']) => rows.filter((row) => row.verdict === verdict).length;
  const differing = compared.cases.flatMap(({ one, rows: of, evidence }) => [
    ...of
      .filter(({ verdict }) => verdict === 'differs')
      .map(
        ({ point, seen, model }) => `${one.id}: ${point}: seen ${seen}, the model says ${model}`,
      ),
    ...evidence.map((what) => `${one.id}: two kinds of evidence differ: ${what}`),
  ]);
  const onCapability = compared.capability
    .filter(({ verdict }) => verdict === 'differs')
    .map(({ point, seen, model }) => `${point}: seen ${seen}, the model says ${model}`);
  return {
    count:
      `beside the model's ${modelKernel(run) ?? 'nothing'}: ${count('agrees')} rows agree, ` +
      `${count('differs')} differ, ${count('not asked')} were not asked`,
    findings: [...onCapability, ...differing],
  };
}
