import { describe, expect, test } from 'vitest';
import { machineOn } from '../../src/figures/debate/index.ts';
import { readRecords } from '../../src/book/debate/records.ts';
import { topic } from '../../src/book/debate/topic.ts';
import { contentDir } from '../../src/book/places.ts';

/** The words of a row of the first table that has it. */
function row(slug: string, name: string): string[] {
  const rows = machineOn(slug).flatMap(({ rows: own = [] }) => own);
  return rows.find((one) => one.name === name)?.cells.map(({ word }) => word) ?? [];
}

test('every question of the overview has an answer of the machine', () => {
  const { entries } = readRecords(contentDir(), 'topics', topic);
  const main = entries.filter(({ value }) => value.main).map(({ value }) => value.slug);
  expect(main.length).toBeGreaterThan(5);
  expect(main.filter((slug) => machineOn(slug).length === 0)).toEqual([]);
});

test('every table has as many cells in a row as it has columns', () => {
  for (const { head = [], rows = [] } of ['who-decides', 'migration', 'mte'].flatMap(machineOn))
    for (const { cells, name } of rows) expect(cells, name).toHaveLength(head.length - 1);
});

test('a question that is not known has no answer', () =>
  expect(machineOn('elsewhere')).toEqual([]));

describe('what the sources say', () => {
  // C3: the old mapping could leak; the landed code refuses what it cannot keep cacheable.
  test('the fallback leaks, the landed rule breaks nothing', () => {
    expect(row('fallback-or-error', 'fallback-to-device')[1]).toMatch(/^leaks/);
    expect(row('fallback-or-error', 'error-on-creation').slice(1)).toEqual(
      Array.from({ length: 5 }, () => 'holds'),
    );
  });

  // V3-MAZ5, V3-OLI1, V3-JGG1: a slot that does not ask is mapped as before, with the mismatch.
  test('the ideas of 18 March keep the leak where a slot does not ask', () => {
    expect(row('who-decides', 'flag-or-device:unset')[1]).toMatch(/^leaks/);
  });

  // V4-4, V5-4, V6-4: without the flag EINVAL on every host, so there is nothing to leak.
  test('the posted flag leaks nowhere, and refuses on every host where it is not set', () => {
    expect(row('who-decides', 'memslot-flag:unset').slice(0, 2)).toEqual(['EINVAL 4', 'not asked']);
    expect(row('who-decides', 'memslot-flag:set')[1]).toBe('holds');
  });

  // V3-CAT10: FWB without DIC leaves the instruction cache.
  test('FWB alone leaves a stale fetch', () => {
    expect(row('fwb-dic-or-cmos', 'fwb-only')[3]).toMatch(/^stale/);
  });

  // CODE617 and CODE734: EINVAL at the memslot, EFAULT at the fault; C1: neither before.
  test('both checks came with 6.17', () => {
    const refused = 'refused EINVAL';
    expect(row('where-to-check', 'new memslot')).toEqual(['accepted', refused, refused]);
    const fails = 'fails EFAULT';
    expect(row('where-to-check', 'read fault')).toEqual(['mapped DEVICE', fails, fails]);
  });

  // V10-6 and CODE734: 1 with FWB and DIC on the fd of a VM, EINVAL on /dev/kvm.
  test('the capability answers as its patch says', () => {
    expect(row('capability', 'VM, host with FWB and DIC')).toEqual(['0', '1', '1']);
    expect(row('capability', 'VM, host with FWB alone')).toEqual(['0', '0', '0']);
    expect(row('capability', '/dev/kvm, host with FWB and DIC').slice(1)).toEqual([
      'refused EINVAL',
      'refused EINVAL',
    ]);
  });

  // V9-WILL1: until then a PFNMAP VMA counts as contiguous; L-LEAF and CODE734: then the leaf does.
  test('7.3 takes the size from the leaf of the host', () => {
    expect(row('contiguity', '4 KB')).toEqual(['mapped 2 MB', 'mapped 2 MB', 'mapped 4 KB']);
    expect(row('contiguity', '2 MB').at(-1)).toBe('mapped 2 MB');
  });

  // V3-MAZ6: moved, and dead at the first fault; SEED: refused at the memslot, the source runs on.
  test('the check at the fault alone loses the VM, the landed one does not', () => {
    expect(row('migration', 'version 3, at the fault only')[0]).toBe('VM lost');
    expect(row('migration', 'as landed')[0]).toBe('survives');
  });
});
