import { describe, expect, test } from 'vitest';
import { readObservations } from '../../src/book/lists/observations.ts';
import { contentDir } from '../../src/book/places.ts';
import { allRows, compare } from '../../src/observations/compare.ts';
import { fileName, runName } from '../../src/observations/file-name.ts';
import { hostOf } from '../../src/observations/host.ts';
import { modelKernel } from '../../src/observations/kernel.ts';
import { KERNELS, NEWEST } from '../../src/model/kvm/kernels/rule-names.ts';

const { runs, problems } = readObservations(contentDir());
/** Whether the series is in it. */
const isSince = (run: (typeof runs)[number]) => !/^6\.1[26]?\./.test(run.kernel.version);
const named = runs.map((run) => [runName(run), run] as const);
/** Runs over VMAs of the lab's own module, and those over the memory of a driver. */
const own = runs.filter(({ driver }) => driver === undefined);
const drivers = runs.filter(({ driver }) => driver !== undefined);

test('the recorded runs are in order', () => expect(problems).toEqual([]));

test('every rule set ran, and each kernel on hosts with both, with FWB alone and with neither', () => {
  expect(new Set(runs.map(modelKernel))).toEqual(new Set([...KERNELS, '6.12.117']));
  for (const version of new Set(own.map(({ kernel }) => kernel.version))) {
    const some = own.filter(({ kernel }) => kernel.version === version);
    const hosts = some.map(hostOf).map(({ fwb, dic }) => `${fwb} ${dic}`);
    const three = ['false false', 'true false', 'true true'];
    expect([...new Set(hosts)].toSorted(), version).toEqual(three);
  }
  const newest = runs.filter((run) => modelKernel(run) === NEWEST);
  expect(new Set(newest.map(({ mode }) => mode))).toEqual(new Set(['VHE', 'nVHE', 'protected']));
});

test.each([
  ['module', own, 500],
  ['driver', drivers, 9],
])('every run over VMAs of a %s has the same cases', (_, some, more) => {
  const [first] = some;
  const ids = first?.cases.map(({ id }) => id);
  expect(ids?.length).toBeGreaterThan(more);
  for (const run of some)
    expect(
      run.cases.map(({ id }) => id),
      fileName(run),
    ).toEqual(ids);
});

test('the driver ran on three kernels, each on hosts with both, with FWB alone and with neither', () => {
  const places = drivers.map((run) => {
    const { fwb, dic } = hostOf(run);
    return `${run.kernel.version} ${run.driver?.name} ${fwb} ${dic}`;
  });
  expect(new Set(places).size).toBe(9);
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
  const seen = own
    .filter(({ mode }) => mode !== 'protected')
    .map((run) => {
      const one = run.cases.find(({ id }) => id === 'pfnmap-hole-remap-cacheable-load');
      const { fwb, dic } = hostOf(run);
      const both = fwb && dic ? 'both' : 'less';
      const kernel = isSince(run) ? 'since' : 'before';
      return `${kernel}, ${both}: ${run.capability.vm.value} ${one?.slot?.errno} ${one?.leaf?.memAttr}`;
    });
  expect([...new Set(seen)].toSorted()).toEqual([
    'before, both: 0 null 1',
    'before, less: 0 null 1',
    'since, both: 1 null 6',
    'since, less: 0 EINVAL undefined',
  ]);
});

describe('entries typed apart from their VMA, as an outside trial had them', () => {
  // Kernel and host, the slot over it, what came of a VMA placed later, and MemAttr of the leaf.
  const BOTH = 'since, both';
  const LESS = 'since, less';
  const BEFORE = 'before';
  type Rows = Readonly<Record<string, string>>;
  const WRITE_BACK: Rows = {
    [BOTH]: 'null null 6',
    [LESS]: 'EINVAL EFAULT -',
    [BEFORE]: 'null null 1',
  };
  const DEVICE: Rows = {
    [BOTH]: 'null null 1',
    [LESS]: 'null null 1',
    [BEFORE]: 'null null 1',
  };
  const RAM: Rows = {
    [BOTH]: 'null null Normal',
    [LESS]: 'EINVAL null Normal',
    [BEFORE]: 'null null Normal',
  };
  const trial: readonly [string, number, Rows][] = [
    ['radeon-vram', 0x44, WRITE_BACK],
    ['pfnmap-hole-fault-cacheable-entry-writecombine', 0x44, WRITE_BACK],
    ['pfnmap-hole-fault-cacheable-entry-nGnRE', 0x04, WRITE_BACK],
    ['pfnmap-hole-fault-cacheable-entry-nGnRnE', 0x00, WRITE_BACK],
    ['pfnmap-hole-fault-writecombine-entry-cacheable', 0xff, DEVICE],
    ['pfnmap-ram-fault-cacheable-entry-writecombine', 0x44, RAM],
  ];

  test.each(trial)('%s', (kind, byte, rows) => {
    const seen = new Map<string, Set<string>>();
    for (const run of runs.filter(({ mode }) => mode !== 'protected')) {
      const find = (id: string) => run.cases.find((one) => one.id === id);
      const over = find(`${kind}-load`);
      const later = find(`anonymous-replaced-by-${kind}-load`);
      if (over === undefined || later === undefined) continue;
      const { fwb, dic } = hostOf(run);
      const place = isSince(run) ? (fwb && dic ? BOTH : LESS) : BEFORE;
      const normal = later.leaf?.memAttr === (fwb ? 0x6 : 0xf);
      const leaf = rows === RAM && normal ? 'Normal' : (later.leaf?.memAttr ?? '-');
      const told = `${over.slot?.errno} ${later.run?.ioctl} ${leaf}`;
      seen.set(place, (seen.get(place) ?? new Set()).add(told));
      for (const { host } of [over, later])
        expect([Number(host?.mair), Number(host?.par)], runName(run)).toEqual([byte, byte]);
      // Where the slot is made over it, the leaf is that of a VMA placed later.
      expect(over.leaf?.memAttr ?? later.leaf?.memAttr).toBe(later.leaf?.memAttr);
    }
    const found = Object.fromEntries([...seen].map(([place, told]) => [place, [...told].join()]));
    expect(found).toEqual(rows);
  });

  test('Write-Back means executable, Device not', () => {
    const leaves = runs.flatMap(({ cases }) =>
      cases
        .filter(({ id }) => /^(radeon-vram|pfnmap-hole-fault-cacheable-entry-\w+)-load$/.test(id))
        .flatMap(({ leaf }) => (leaf === null ? [] : [`${leaf.memAttr} XN ${leaf.xn}`])),
    );
    expect([...new Set(leaves)].toSorted()).toEqual(['1 XN 2', '6 XN 0']);
  });

  test('256 of 512 pages lead to another frame where vm_pgoff decides, none where the leaf does', () => {
    const seen = own.flatMap((run) =>
      run.cases.flatMap(({ id, frames }) =>
        frames !== null && id.includes('-repeated-2m-')
          ? [`${modelKernel(run)}: ${frames.other} of ${frames.mapped}`]
          : [],
      ),
    );
    expect([...new Set(seen)].toSorted()).toEqual([
      '6.12.117: 0 of 1',
      'v6.16: 256 of 512',
      'v6.17: 256 of 512',
      'v7.3: 0 of 1',
    ]);
  });
});
