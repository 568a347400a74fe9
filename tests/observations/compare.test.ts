import { describe, expect, test } from 'vitest';
import { allRows, compare } from '../../src/observations/compare.ts';
import type { Recorded, RecordedCase } from '../../src/observations/schema.ts';
import { before, changed, withBoth, withNeither } from './support/made.ts';

const rowsOf = (run: Recorded) =>
  allRows(compare(run)).map(({ point, verdict, seen }) => `${point}: ${seen}, ${verdict}`);

const differing = (run: Recorded) =>
  allRows(compare(run))
    .filter(({ verdict }) => verdict === 'differs')
    .map(({ point, seen, model }) => `${point}: ${seen}, model ${model}`);

describe('what is known of a cacheable PFNMAP mapping agrees', () => {
  test('7.3.4 with FWB and DIC', () =>
    expect(rowsOf(withBoth)).toEqual([
      'capability on /dev/kvm: EINVAL, agrees',
      'capability on the VM: 1, agrees',
      'memslot: accepted, agrees',
      'KVM_RUN: the guest goes on, agrees',
      'map protection: R W X, agrees',
      'map size: 4 KiB, agrees',
      "frames: the host's, agrees",
      'data cache: not maintained, agrees',
      'instruction cache: not maintained, agrees',
      'leaf: MemAttr 0x6, SH 3, S2AP 3, XN 0, agrees',
    ]));

  test('7.3.4 with neither', () =>
    expect(rowsOf(withNeither)).toEqual([
      'capability on /dev/kvm: EINVAL, agrees',
      'capability on the VM: 0, agrees',
      'memslot: EINVAL, agrees',
    ]));

  test('6.12.95', () =>
    expect(rowsOf(before)).toEqual([
      'capability on /dev/kvm: 0, agrees',
      'capability on the VM: 0, agrees',
      'memslot: accepted, agrees',
      'KVM_RUN: the guest goes on, agrees',
      'map protection: R W DEVICE, agrees',
      'map size: 4 KiB, agrees',
      "frames: the host's, agrees",
      'data cache: not maintained, agrees',
      'instruction cache: not maintained, agrees',
      'leaf: MemAttr 0x1, SH 3, S2AP 3, XN 2, agrees',
    ]));
});

describe('one changed value is a difference', () => {
  const cases: readonly [string, Recorded, string][] = [
    [
      'the capability',
      { ...withBoth, capability: { ...withBoth.capability, vm: { value: 0, errno: null } } },
      'capability on the VM: 0, model 1',
    ],
    [
      'the memslot',
      changed(withNeither, (one) => ({ ...one, slot: { flags: [], errno: null } })),
      'memslot: accepted, model EINVAL',
    ],
    [
      'KVM_RUN',
      withRun({ ioctl: 'EFAULT', detail: null }),
      'KVM_RUN: EFAULT, model the guest goes on',
    ],
    [
      'an injected abort',
      withRun({ detail: { at: 'exception', esr: '0x86000010', far: '0x80000000' } }),
      'KVM_RUN: instruction abort, model the guest goes on',
    ],
    ['the prot bits', withMap({ prot: ['R', 'W'] }), 'map protection: R W, model R W X'],
    ['the size', withMap({ size: 0x20_0000 }), 'map size: 2 MiB, model 4 KiB'],
    [
      'the maintenance',
      changed(withBoth, (one) => ({ ...one, maintenance: [{ on: 'dcache', bytes: 4096 }] })),
      'data cache: maintained, model not maintained',
    ],
    [
      'the leaf',
      changed(withBoth, (one) => ({ ...one, leaf: one.leaf && { ...one.leaf, memAttr: 1 } })),
      'leaf: MemAttr 0x1, SH 3, S2AP 3, XN 0, model MemAttr 0x6, SH 3, S2AP 3, XN 0',
    ],
  ];
  test.each(cases)('%s', (_, run, difference) => expect(differing(run)).toEqual([difference]));

  function withRun(run: Partial<NonNullable<RecordedCase['run']>>): Recorded {
    return changed(withBoth, (one) => ({ ...one, run: one.run && { ...one.run, ...run } }));
  }
  function withMap(map: Partial<RecordedCase['map'][number]>): Recorded {
    return changed(withBoth, (one) => ({ ...one, map: one.map.map((m) => ({ ...m, ...map })) }));
  }
});

describe('what the model is not asked says why', () => {
  const why = (run: Recorded) => allRows(compare(run)).flatMap((row) => row.why ?? []);

  test('a flag that 6.1 does not know', () => {
    const old = { ...before, kernel: { ...before.kernel, version: '6.1.176' } };
    const flagged = changed(old, (one) => ({
      ...one,
      vma: { ...one.vma, flags: [...one.vma.flags, 'VM_ALLOW_ANY_UNCACHED'] },
    }));
    expect(why(old)).toEqual([]);
    expect(why(flagged)).toEqual([
      'VM_ALLOW_ANY_UNCACHED came with 6.9, and Linux 6.1 does not know it',
    ]);
  });

  test('a kernel that the model does not have', () => {
    const other = { ...before, kernel: { ...before.kernel, version: '5.10.1' } };
    expect(why(other)).toHaveLength(3);
    expect(differing(other)).toEqual([]);
  });

  test('a VMA whose type nobody read, and an mmap() that failed', () => {
    const blind = changed(withBoth, (one) => ({
      ...one,
      vma: { ...one.vma, pgprot: null, attrIndx: null },
    }));
    expect(new Set(why(blind))).toEqual(new Set(['the type of the VMA is not known']));
    const failed = changed(withBoth, (one) => ({ ...one, slot: null, run: null }));
    expect(why(failed)).toEqual(['mmap() failed, and no slot was made']);
  });

  test("an exception of the guest's own stage 1, and EL2's part of an older kernel", () => {
    const alone = changed(withBoth, (one) => ({
      ...one,
      map: [],
      leaf: null,
      frames: null,
      run: one.run && { ...one.run, detail: { at: 'exception', esr: '0x96000021', far: '0x1' } },
    }));
    expect(why(alone)).toEqual([
      "the guest's own stage 1 refused the access, and no stage-2 fault came",
    ]);
    expect(why({ ...before, mode: 'protected' })).toEqual([
      "EL2's part of this kernel was not read",
    ]);
  });
});
