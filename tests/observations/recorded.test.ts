import { describe, expect, test } from 'vitest';
import { readObservations } from '../../src/book/observations.ts';
import { contentDir } from '../../src/book/places.ts';
import { allRows, compare } from '../../src/observations/compare.ts';
import { fileName, runName } from '../../src/observations/file-name.ts';
import { hostOf } from '../../src/observations/host.ts';
import { modelKernel } from '../../src/observations/kernel.ts';

const { runs, problems } = readObservations(contentDir());
const named = runs.map((run) => [runName(run), run] as const);

test('the recorded runs are in order', () => expect(problems).toEqual([]));

test('three kernels ran, the newest on hosts with both, with FWB alone and with neither', () => {
  expect(new Set(runs.map(modelKernel))).toEqual(new Set(['v6.16', 'v7.3']));
  const newest = runs.filter((run) => modelKernel(run) === 'v7.3');
  const hosts = newest.map(hostOf).map(({ fwb, dic }) => `${fwb} ${dic}`);
  expect([...new Set(hosts)].toSorted()).toEqual(['false false', 'true false', 'true true']);
  expect(new Set(newest.map(({ mode }) => mode))).toEqual(new Set(['VHE', 'nVHE', 'protected']));
});

test('every run has the same cases', () => {
  const [first] = runs;
  const ids = first?.cases.map(({ id }) => id);
  expect(ids?.length).toBeGreaterThan(400);
  for (const run of runs)
    expect(
      run.cases.map(({ id }) => id),
      fileName(run),
    ).toEqual(ids);
});

describe('the model and each recorded run, row by row', () => {
  test.each(named)('%s', (_, run) => {
    const { capability, cases } = compare(run);
    const rows = [
      ...capability.map((row) => ({ id: '243', row })),
      ...cases.flatMap((seen) => seen.rows.map((row) => ({ id: seen.one.id, row }))),
    ];
    const differing = rows
      .filter(({ row }) => row.verdict === 'differs')
      .map(({ id, row: { point, seen, model } }) => `${id}: ${point}: ${seen}, model ${model}`);
    expect(differing).toEqual([]);
    // A comparison that asks nothing would find no difference either.
    const agreed = rows.filter(({ row }) => row.verdict === 'agrees').length;
    expect(agreed).toBeGreaterThan(run.cases.length);
  });

  test.each(named)('%s: a wrong value anywhere is found', (_, run) => {
    for (const [index, one] of run.cases.entries()) {
      if (one.slot === null) continue;
      const slot = { ...one.slot, errno: one.slot.errno === null ? 'EPERM' : null };
      const wrong = compare({ ...run, cases: run.cases.with(index, { ...one, slot }) });
      const differs = allRows(wrong).some(({ verdict }) => verdict === 'differs');
      expect(differs, one.id).toBe(true);
      break;
    }
    const { vm } = run.capability;
    const other = { value: vm.value === 1 ? 0 : 1, errno: null };
    const wrong = compare({ ...run, capability: { ...run.capability, vm: other } });
    expect(wrong.capability.map(({ verdict }) => verdict)).toEqual(['agrees', 'differs']);
  });
});

test('what an outside account gives as known is what was recorded', () => {
  // From the notes of who tried it first: 7.3.4 with FWB and DIC, with less, and 6.12.95.
  const seen = runs
    .filter(({ mode }) => mode !== 'protected')
    .map((run) => {
      const one = run.cases.find(({ id }) => id === 'pfnmap-hole-remap-cacheable-load');
      const { fwb, dic } = hostOf(run);
      const both = fwb && dic ? 'both' : 'less';
      const kernel = modelKernel(run) === 'v7.3' ? '7.3' : 'before';
      return `${kernel}, ${both}: ${run.capability.vm.value} ${one?.slot?.errno} ${one?.leaf?.memAttr}`;
    });
  expect([...new Set(seen)].toSorted()).toEqual([
    '7.3, both: 1 null 6',
    '7.3, less: 0 EINVAL undefined',
    'before, both: 0 null 1',
    'before, less: 0 null 1',
  ]);
});
