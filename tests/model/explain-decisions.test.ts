import { describe, expect, it } from 'vitest';
import {
  cacheMaintenance,
  cacheToggle,
  checkExtension,
  describe as describeValue,
  explain,
  granule,
  handleFault,
  handleGuestAbort,
  handleGuestMemfdFault,
  handleProtectedFault,
  memslotChange,
  pkvmMap,
  prepareMemoryRegion,
  icacheRange,
  setWayTrap,
  slotSupportsHuge,
  stage2Attributes,
  vcpuInit,
  vmaIsCacheable,
  vmaPageShift,
  type Decision,
} from 'stage-two';

// Each answer is one that another test holds against facts or vectors; here only its words count.

const K = 'v7.3';
const caps = { fwb: true, dic: true } as const;
const page = { vma: { vmPfnmap: true }, ...caps, access: 'read' } as const;
const line = { aliasing: false, pageShift: 12, mapShift: 12, lineShift: 6, dic: false } as const;
const device = { vma: { vmPfnmap: true, attrIndx: 'MT_DEVICE_nGnRE' }, ...caps } as const;

const end = (decision: Decision) => /So .*$/.exec(explain(decision).at(-1) ?? '')?.[0];
const facts = (decision: Decision) => {
  const tree = describeValue(decision);
  return 'facts' in tree ? Object.fromEntries(tree.facts) : {};
};

describe('what a decision means', () => {
  const slot = { baseGfn: 0, userspace: 0, npages: 512 };
  const rows: readonly (readonly [() => Decision, string])[] = [
    [() => checkExtension(K, caps), 'So the answer is 1.'],
    [() => checkExtension(K, { ...caps, dic: false }), 'So the answer is 0.'],
    [() => checkExtension('v6.16', caps), 'So the answer is 0.'],
    [() => vmaIsCacheable(K, { attrIndx: 0 }), 'So the VMA is cacheable.'],
    [() => vmaIsCacheable(K, { attrIndx: 3 }), 'So the VMA is not cacheable.'],
    [() => vmaIsCacheable('v6.16', { attrIndx: 0 }), 'So KVM has no answer.'],
    [() => memslotChange(K, { oldExists: false }), 'So the change is CREATE.'],
    [() => memslotChange(K, { oldExists: true }), 'So nothing changes.'],
    [
      () => memslotChange(K, { oldExists: false, badGeometry: true }),
      'So the request fails with EINVAL.',
    ],
    [() => prepareMemoryRegion(K, { vmas: [{}], ...caps }), 'So the memslot is accepted.'],
    [
      () => prepareMemoryRegion(K, { vmas: [{ vmPfnmap: true }], ...caps, dic: false }),
      'So the memslot is refused with EINVAL.',
    ],
    [() => handleFault(K, page), 'So the page is mapped.'],
    [() => handleFault(K, { ...page, dic: false }), 'So KVM_RUN fails with EFAULT.'],
    [
      () => handleFault(K, { ...page, permissionFault: true, access: 'exec' }),
      'So the leaf gets the permissions.',
    ],
    [() => handleFault(K, { ...page, invalidateRetry: true }), 'So the guest tries again.'],
    [() => handleFault(K, { ...page, pfnLookup: 'hwpoison' }), 'So user space gets SIGBUS.'],
    [
      () => handleFault(K, { ...device, access: 'exec' }),
      'So the guest gets an instruction abort.',
    ],
    [
      () => handleFault(K, { ...device, access: 'read', exclAtomicFault: true }),
      'So the guest gets a data abort.',
    ],
    [() => handleGuestAbort(K, { ...page, faultStatus: 'accessFlag' }), 'So the guest goes on.'],
    [() => handleGuestAbort(K, { ...page, memslot: 'none' }), 'So it is an access to a device.'],
    [
      () => handleGuestAbort('v6.17', { ...page, faultStatus: 'alignment' }),
      'So the answer is not known.',
    ],
    [() => pkvmMap(K, {}), 'So the page is taken.'],
    [() => pkvmMap(K, { region: 'not-memory' }), 'So the page is refused with EPERM.'],
    [() => stage2Attributes(K, { exec: 'both', fwb: true }), 'So the leaf is written.'],
    [
      () => stage2Attributes(K, { device: true, normalNc: true, fwb: true }),
      'So KVM returns EINVAL.',
    ],
    [
      () => cacheMaintenance(K, { event: 'map', fwb: false, dic: true }),
      'So a cache is maintained.',
    ],
    [
      () => cacheMaintenance(K, { event: 'map', fwb: true, dic: true }),
      'So no cache is maintained.',
    ],
    [
      () => cacheMaintenance(K, { event: 'relaxPerms', fwb: true, dic: true }),
      'So KVM returns EAGAIN.',
    ],
    [() => setWayTrap(K, { fwb: false, tvm: false }), 'So KVM flushes the VM and TVM is set.'],
    [() => setWayTrap(K, { fwb: true, tvm: false }), 'So KVM flushes nothing and TVM is clear.'],
    [
      () => cacheToggle(K, { fwb: false, tvm: true, wasEnabled: false, nowEnabled: true }),
      'So KVM flushes the VM and TVM is clear.',
    ],
    [
      () => cacheToggle(K, { fwb: true, tvm: true, wasEnabled: false, nowEnabled: true }),
      'So the flush does nothing and TVM is clear.',
    ],
    [
      () => cacheToggle(K, { fwb: true, tvm: true, wasEnabled: true, nowEnabled: true }),
      'So KVM flushes nothing and TVM is clear.',
    ],
    [() => vcpuInit(K, { fwb: false, dic: true, hasRun: true }), 'So a cache is maintained.'],
    [() => vcpuInit(K, { fwb: true, dic: true, hasRun: true }), 'So no cache is maintained.'],
    [
      () => vcpuInit(K, { ...caps, featuresDiffer: true }),
      'So KVM_ARM_VCPU_INIT fails with EINVAL.',
    ],
    [() => vcpuInit('v6.17', { ...caps, hasRun: true }), 'So the answer is not known.'],
    [() => icacheRange(K, line), 'So a cache is maintained.'],
    [() => granule(K, { vma: {} }), 'So the size is PAGE_SIZE.'],
    [
      () => granule(K, { vma: {}, hostWalkFails: true, slotMaxShift: 21 }),
      'So the guest tries again.',
    ],
    [() => slotSupportsHuge(K, { ...slot, shift: 21, hva: 0 }), 'So the size is permitted.'],
    [
      () => slotSupportsHuge(K, { ...slot, baseGfn: 1, shift: 21, hva: 0 }),
      'So the size is not permitted.',
    ],
    [
      () => vmaPageShift(K, { hugetlbShift: 21, vmStart: 0, vmEnd: 512, hva: 3 }),
      'So the VMA offers PMD_SIZE.',
    ],
    [() => vmaPageShift(K, { vmStart: 0, vmEnd: 512, hva: 3 }), 'So the VMA offers PAGE_SIZE.'],
  ];
  it.each(rows)('%#', (decided, wanted) => expect(end(decided())).toBe(wanted));
});

describe('the facts of a decision', () => {
  const rwx = 'read, write, execute';
  const wb = '0b0110, Write-Back whatever stage 1 asks';
  const rows: readonly (readonly [() => Decision, Record<string, string>])[] = [
    [() => handleFault(K, { ...page, access: 'write' }), { 'guest may': rwx, MemAttr: wb }],
    [
      () => handleFault(K, { ...page, vma: {}, pfnIsMapMemory: true, dic: false, access: 'write' }),
      { 'guest may': 'read, write', MemAttr: wb },
    ],
    [
      () =>
        handleFault('v6.17', {
          vma: {},
          pfnIsMapMemory: true,
          ...caps,
          fwb: false,
          access: 'exec',
        }),
      {
        'guest may': rwx,
        MemAttr: '0b1111, Write-Back where stage 1 asks for it',
      },
    ],
    [() => handleFault(K, { ...device, access: 'read' }), { MemAttr: '0b0001, Device-nGnRE' }],
    [
      () =>
        handleFault(K, {
          ...device,
          access: 'read',
          vma: { vmPfnmap: true, vmAllowAnyUncached: true, attrIndx: 'MT_NORMAL_NC' },
        }),
      { MemAttr: '0b0101, Normal Non-cacheable' },
    ],
    [() => handleFault(K, { ...page, dic: false }), { returns: '-14 (-EFAULT)' }],
    [() => handleFault(K, page), { returns: '0' }],
    [() => handleFault(K, { ...device, access: 'exec' }), { 'guest gets': 'instruction abort' }],
    [
      () => prepareMemoryRegion(K, { vmas: [{}, { vmPfnmap: true }], ...caps, fwb: false }),
      { returns: '-22 (-EINVAL)', 'refused VMA': 'number 2' },
    ],
    [() => memslotChange(K, { oldExists: false }), { change: 'CREATE' }],
    [() => memslotChange(K, { oldExists: true }), { change: 'none, the hook is not called' }],
    [
      () => handleGuestAbort(K, { ...page, faultStatus: 'accessFlag' }),
      { 'handled by': 'handle_access_fault', effect: 'page made young' },
    ],
    [() => handleGuestAbort(K, page), { 'handled by': 'user_mem_abort' }],
    [
      () => handleGuestMemfdFault(K, { ...caps, access: 'write', getPfn: 'EFAULT' }),
      { exit: 'KVM_EXIT_MEMORY_FAULT' },
    ],
    [() => handleGuestMemfdFault(K, { ...caps, access: 'write' }), { page: 'marked dirty' }],
    [() => handleProtectedFault(K, { fwb: true }), { 'guest may': rwx }],
    [
      () => stage2Attributes(K, { r: true, w: true, exec: 'both', fwb: true }),
      {
        'MemAttr [5:2]': '0b0110',
        'S2AP [7:6]': '0b11',
        'SH [9:8]': '0b11',
        'AF [10]': '1',
        'XN [54:53]': '0b00',
      },
    ],
    [
      () => cacheMaintenance(K, { event: 'map', fwb: false, dic: false, newExec: 'both' }),
      { 'data cache': 'maintained', 'instruction cache': 'maintained' },
    ],
    [
      () => cacheMaintenance(K, { event: 'map', fwb: true, dic: true, newExec: 'both' }),
      {
        'data cache': 'callback invoked, nothing done',
        'instruction cache': 'callback invoked, nothing done',
      },
    ],
    [
      () => cacheMaintenance(K, { event: 'map', memType: 'DEVICE', fwb: true, dic: true }),
      { 'data cache': 'not touched', 'instruction cache': 'not touched' },
    ],
    [
      () => cacheMaintenance(K, { event: 'map', oldLeaf: 'valid', fwb: true, dic: true }),
      { TLB: 'old leaf invalidated' },
    ],
    [() => setWayTrap(K, { fwb: false, tvm: false }), { 'HCR_EL2.TVM': '1' }],
    [() => setWayTrap(K, { fwb: true, tvm: false }), { 'HCR_EL2.TVM': '0' }],
    [
      () => vcpuInit(K, { fwb: true, dic: false, hasRun: true }),
      { 'HCR_EL2.TVM': '0', 'instruction cache': 'all of it invalidated' },
    ],
    [
      () => vcpuInit(K, { ...caps, hasRun: true }),
      { 'instruction cache': 'call returns at once, nothing done' },
    ],
    [() => icacheRange(K, line), { 'instruction cache': '64 lines, by address' }],
    [() => icacheRange(K, { ...line, dic: true }), { 'instruction cache': 'nothing invalidated' }],
    [
      () => icacheRange(K, { ...line, aliasing: true }),
      { 'instruction cache': 'all of it invalidated' },
    ],
    [
      () => vcpuInit(K, { fwb: false, dic: true, hasRun: true }),
      { returns: '0', 'HCR_EL2.TVM': '1', 'stage 2': 'unmapped, but for PFNMAP' },
    ],
    [
      () =>
        granule('v6.17', {
          vma: {},
          pfnIsMapMemory: true,
          vmaPageShift: 21,
          slotMaxShift: 21,
          gfn: 5,
        }),
      { size: 'PMD_SIZE', starts: '5 pages before the fault' },
    ],
    [() => granule(K, { vma: {} }), { size: 'PAGE_SIZE' }],
  ];
  it.each(rows)('%#', (decided, wanted) => expect(facts(decided())).toMatchObject(wanted));

  it('leave out what did not happen', () => {
    expect(facts(handleFault(K, { ...page, dic: false }))).toEqual({ returns: '-14 (-EFAULT)' });
    expect(Object.keys(facts(cacheMaintenance(K, { event: 'map', ...caps })))).toEqual([
      'returns',
      'data cache',
      'instruction cache',
    ]);
    expect(Object.keys(facts(vcpuInit(K, caps)))).toEqual(['returns', 'HCR_EL2.TVM']);
    expect(facts(icacheRange('v6.17', line))).toEqual({});
    expect(facts(prepareMemoryRegion(K, { vmas: [{}], ...caps }))).toEqual({ returns: '0' });
    expect(Object.keys(facts(handleFault('v9' as never, page)))).toEqual([
      'received',
      'expected',
      'example',
      'remedy',
    ]);
  });
});
