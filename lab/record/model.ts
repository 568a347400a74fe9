import { allRows, compare } from '../../src/observations/compare.ts';
import { modelKernel } from '../../src/observations/kernel.ts';
import type { Row } from '../../src/observations/row.ts';
import type { Recorded } from '../../src/observations/schema.ts';

/** How a run stands to the model: a count of rows, then each difference. */
export function modelLines(run: Recorded): string[] {
  const compared = compare(run);
  const rows = allRows(compared);
  const count = (verdict: Row['verdict']) => rows.filter((row) => row.verdict === verdict).length;
  const differing = compared.cases.flatMap(({ one, rows: of, evidence }) => [
    ...of
      .filter(({ verdict }) => verdict === 'differs')
      .map(
        ({ point, seen, model }) => `${one.id}: ${point}: seen ${seen}, the model says ${model}`,
      ),
    ...evidence.map((what) => `${one.id}: map call and leaf say different things: ${what}`),
  ]);
  const onCapability = compared.capability
    .filter(({ verdict }) => verdict === 'differs')
    .map(({ point, seen, model }) => `${point}: seen ${seen}, the model says ${model}`);
  return [
    `beside the model's ${modelKernel(run) ?? 'nothing'}: ${count('agrees')} rows agree, ` +
      `${count('differs')} differ, ${count('not asked')} were not asked`,
    ...[...onCapability, ...differing].map((line) => `finding: ${line}`),
  ];
}
