import { describe, expect, it } from 'vitest';
import {
  cacheMaintenance,
  memslotChange,
  prepareMemoryRegion,
  type CacheMaintenanceInput,
  type MemslotChangeInput,
  type Vma,
} from 'stage-two';
import { errnoName } from '../../src/model/kvm/errno.ts';

const bare = { fwb: false, dic: false };
const pfnmap = (range: object = {}): Vma => ({ vmPfnmap: true, ...range });
const hook = (vmas: readonly Vma[], slot?: object) =>
  prepareMemoryRegion('v7.3', { vmas, ...bare, ...(slot && { slot }) } as never);

describe('the VMAs under a slot', () => {
  const slot = { start: 2, end: 6 };

  it('are all of them where none has a range', () => {
    expect(hook([pfnmap()], slot)).toMatchObject({ verdict: 'refused', refusedVma: 0 });
    expect(hook([{}, pfnmap()])).toMatchObject({ verdict: 'refused', refusedVma: 1 });
    expect(hook([], slot).verdict).toBe('accepted');
  });

  // find_vma_intersection(mm, start, end): vm_start < end and vm_end > start.
  it.each([
    [0, 2, 'accepted'],
    [0, 3, 'refused'],
    [5, 9, 'refused'],
    [6, 9, 'accepted'],
    [3, 4, 'refused'],
    [0, 9, 'refused'],
  ])('from page %i to %i: %s', (start, end, verdict) =>
    expect(hook([pfnmap({ start, end })], slot).verdict).toBe(verdict),
  );

  it('are looked at in ascending order, and named by their place in the list', () => {
    const late = pfnmap({ start: 5, end: 6 });
    const first = pfnmap({ start: 2, end: 3 });
    expect(hook([late, first], slot).refusedVma).toBe(1);
    expect(hook([first, late], slot).refusedVma).toBe(0);
  });

  it.each<[string, readonly Vma[], object | undefined, string]>([
    ['an empty slot', [], { start: 2, end: 2 }, 'slot = an object'],
    ['a slot that ends before it starts', [], { start: 3, end: 2 }, 'slot = an object'],
    ['a start alone', [{ start: 0 }], slot, 'vmas = a list'],
    ['an end alone', [{ end: 3 }], slot, 'vmas = a list'],
    ['a range on one of two', [{ start: 2, end: 3 }, {}], slot, 'vmas = a list'],
    ['half a range on one of two', [{ start: 2, end: 3 }, { start: 4 }], slot, 'vmas = a list'],
    ['a range without a slot', [{ start: 2, end: 3 }], undefined, 'vmas = a list'],
    ['an empty range', [{ start: 2, end: 2 }], slot, 'vmas = a list'],
    [
      'ranges that overlap',
      [
        { start: 3, end: 5 },
        { start: 2, end: 4 },
      ],
      slot,
      'vmas = a list',
    ],
  ])('contradict themselves: %s', (_what, vmas, given, got) => {
    const { verdict, error } = hook(vmas, given);
    expect([verdict, error?.code, error?.received]).toEqual(['invalid', 'contradiction', got]);
    expect(error?.remedy).toBe(`Give ${error?.expected}.`);
    const sample = new Function(`return { ${error?.example} }`)() as { slot: object; vmas?: Vma[] };
    expect(hook(sample.vmas ?? [], sample.slot).error).toBeUndefined();
  });

  it.each<readonly Vma[]>([
    [{ start: 3 }],
    [{ end: 3 }],
    [{ end: 2 }, { start: 3, end: 5 }],
    [{ start: 3, end: 5 }, { start: 5 }],
    [{ start: 3, end: 5 }, {}],
  ])('are whole on every VMA or on none: %o, %o', (...vmas) =>
    expect(hook(vmas, slot).error?.expected).toBe(
      'start and end on every VMA and a slot, or on none',
    ),
  );

  it('are page numbers of a 64-bit address space: 52 bits with 4K pages', () => {
    const last = 2 ** 52 - 1;
    expect(hook([{ start: last - 1, end: last }], slot).verdict).toBe('accepted');
    for (const vma of [
      { start: 2, end: last + 1 },
      { start: last + 1, end: last + 2 },
    ])
      expect(hook([vma], slot).error?.code).toBe('out-of-range');
  });

  it('may touch, and are at most 4096', () => {
    const touching = [
      { start: 2, end: 4 },
      { start: 4, end: 6 },
    ];
    expect(hook(touching, slot).verdict).toBe('accepted');
    const many = (n: number) => hook(Array.from({ length: n }, () => ({})));
    expect(many(4096).verdict).toBe('accepted');
    expect(many(4097).error?.code).toBe('too-long');
  });
});

describe('the request of a memslot', () => {
  const change = (input: MemslotChangeInput, kernel: 'v6.17' | 'v7.3' = 'v7.3') =>
    memslotChange(kernel, input);
  const old = { oldExists: true };

  // kvm_set_memory_region: guest_memfd slots came with 7.x on arm64; they cannot be changed.
  it('for guest_memfd creates a slot, or fails where one exists', () => {
    const memfd = { newGuestMemfd: true };
    expect(change({ oldExists: false, ...memfd }).change).toBe('CREATE');
    expect(change({ ...old, ...memfd })).toMatchObject({ change: null, errno: 'EINVAL' });
    expect(change({ ...old, ...memfd }).because.at(-1)).toMatchObject({
      check: 'mem->flags & KVM_MEM_GUEST_MEMFD',
      inputs: { newGuestMemfd: true },
      answer: true,
      decides: true,
    });
    for (const flag of ['newLogDirty', 'newReadonly'])
      expect(change({ oldExists: false, ...memfd, [flag]: true })).toMatchObject({
        errno: 'EINVAL',
      });
  });

  it('looks at what differs, and in which flags', () => {
    const { because } = change({ ...old, newLogDirty: true });
    expect(because.slice(-3).map(({ check, inputs }) => [check, inputs])).toEqual([
      [
        'userspace_addr, npages or a fixed flag differs',
        {
          userspaceAddrDiffers: false,
          npagesDiffers: false,
          oldReadonly: false,
          newReadonly: false,
          oldGuestMemfd: false,
        },
      ],
      ['base_gfn != old->base_gfn', { baseGfnDiffers: false }],
      ['mem->flags != old->flags', { oldLogDirty: false, newLogDirty: true }],
    ]);
    const before = change({ ...old, newLogDirty: true }, 'v6.17').because.map((s) => s.check);
    expect(before).not.toContain('mem->flags & KVM_MEM_GUEST_MEMFD');
    expect(change({ ...old, baseGfnDiffers: true, newLogDirty: true }).change).toBe('MOVE');
  });
});

describe('maintenance that no table asks for', () => {
  const base = { event: 'map', ...bare } as const;
  it.each<[string, Partial<CacheMaintenanceInput>, string]>([
    ['oldLeaf', { event: 'unmap', oldLeaf: 'samePa' }, "oldLeaf: 'valid'"],
    [
      'oldExec',
      { event: 'unmap', memType: 'DEVICE', oldLeaf: 'valid', oldExec: 'both' },
      "oldExec: 'none'",
    ],
    ['newExec', { event: 'relaxPerms', memType: 'NORMAL_NC', newExec: 'both' }, "newExec: 'none'"],
    ['xnx', { event: 'relaxPerms', newExec: 'EL1' }, 'xnx: true'],
    ['xnx', { event: 'relaxPerms', newExec: 'EL0' }, 'xnx: true'],
  ])('for %s %o', (place, changes, example) => {
    const input = { ...base, ...changes } as CacheMaintenanceInput;
    const { error } = cacheMaintenance('v7.3', input);
    expect(error).toMatchObject({ code: 'contradiction', example });
    expect(error?.received.startsWith(`${place} = `)).toBe(true);
    const repaired = new Function(`return { ${example} }`)() as object;
    expect(cacheMaintenance('v7.3', { ...input, ...repaired }).error).toBeUndefined();
  });

  it.each<Partial<CacheMaintenanceInput>>([
    { event: 'map', oldLeaf: 'samePa' },
    { event: 'unmap', memType: 'DEVICE', oldLeaf: 'invalid', oldExec: 'both' },
    { event: 'unmap', memType: 'DEVICE', oldLeaf: 'valid', oldExec: 'none' },
    { event: 'unmap', memType: 'NORMAL', oldLeaf: 'valid', oldExec: 'both' },
    { event: 'relaxPerms', newExec: 'both' },
    { event: 'relaxPerms', newExec: 'EL1', xnx: true },
  ])('but is for %o', (changes) =>
    expect(
      cacheMaintenance('v7.3', { ...base, ...changes } as CacheMaintenanceInput).error,
    ).toBeUndefined(),
  );
});

describe('the name of an error', () => {
  it('is that of Linux, and null where there is none', () => {
    expect([-1, -5, -8, -11, -12, -14, -17, -22].map(errnoName)).toEqual(
      'EPERM EIO ENOEXEC EAGAIN ENOMEM EFAULT EEXIST EINVAL'.split(' '),
    );
    expect([null, 0, 1, 22, -2].map(errnoName)).toEqual([null, null, null, null, null]);
  });
});
