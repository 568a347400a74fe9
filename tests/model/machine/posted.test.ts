import { describe, expect, it } from 'vitest';
import {
  handleFault,
  POLICIES,
  readFaultAnswer,
  readSlotAnswer,
  type PolicyFault,
  type PolicyVma,
} from '../../../src/model/index.ts';

/** What the facts say of version 3 and of the ideas of 18 March, beyond the page of the table. */
const policy = (name: string) => {
  const found = POLICIES.find((one) => one.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};
const fault = (name: string, input: Partial<PolicyFault>, vma: PolicyVma = {}) => {
  const page = { fwb: false, dic: false, access: 'read', ...input } as const;
  const cacheable = { vmPfnmap: true, attrIndx: 'MT_NORMAL', ...vma } as const;
  return readFaultAnswer(policy(name).onFault({ ...page, vma: cacheable }))?.end;
};
const slot = (name: string, fwb: boolean, vma: PolicyVma) =>
  readSlotAnswer(policy(name).onMemslot({ vmas: [vma], fwb, dic: false }));

describe('version 3 as posted (V3-1)', () => {
  const v3 = 'error-at-fault-only';

  it('asks for FWB alone, and answers EINVAL, RAM behind the VMA or not', () => {
    for (const pfnIsMapMemory of [false, true])
      for (const access of ['read', 'write', 'exec'] as const) {
        expect(fault(v3, { pfnIsMapMemory, access })).toBe('EINVAL');
        expect(fault(v3, { pfnIsMapMemory, access, fwb: true })).toBe('normal');
      }
  });

  it('refuses any COW PFNMAP, whatever its type and the host', () => {
    for (const attrIndx of ['MT_NORMAL', 'MT_NORMAL_NC', 'MT_DEVICE_nGnRE'] as const)
      for (const fwb of [false, true])
        expect(fault(v3, { fwb }, { attrIndx, cowMapping: true })).toBe('EINVAL');
  });

  it('takes MT_NORMAL alone for cacheable, and VM_PFNMAP alone for PFNMAP', () => {
    expect(fault(v3, { fwb: true }, { attrIndx: 'MT_NORMAL_TAGGED' })).toBe('device');
    expect(fault(v3, { fwb: true }, { vmPfnmap: false, vmMixedmap: true })).toBe('device');
    expect(fault(v3, {}, { vmPfnmap: false, cowMapping: true })).toBe('device');
  });

  it('checks nothing at the memslot', () => {
    expect(slot(v3, false, { vmPfnmap: true, cowMapping: true })).toBe('accepted');
  });
});

describe('the ideas of 18 March (V3-MAZ5, V3-OLI1)', () => {
  it('refuse a slot with the flag where FWB is missing, whatever its VMA', () => {
    for (const attrIndx of ['MT_NORMAL', 'MT_NORMAL_NC'] as const) {
      const vma = { vmPfnmap: true, attrIndx };
      expect(slot('flag-or-device:set', false, vma)).toBe('EINVAL');
      expect(slot('flag-or-device:set', true, vma)).toBe('accepted');
      expect(slot('flag-or-device:unset', false, vma)).toBe('accepted');
    }
  });

  it('map a slot with the flag as its VMA says, and one without as before', () => {
    expect(fault('flag-or-device:set', { fwb: true })).toBe('normal');
    expect(fault('flag-or-device:set', { fwb: true }, { attrIndx: 'MT_NORMAL_NC' })).toBe('device');
    expect(fault('flag-or-device:unset', { fwb: true, dic: true })).toBe('device');
    expect(fault('flag-or-device:unset', {}, { vmAllowAnyUncached: true })).toBe('normal-nc');
  });
});

describe('the policies that do as a kernel does', () => {
  it('answer with its own decision, and never show a kernel what it does not ask', () => {
    const input = { fwb: false, dic: false, access: 'read', pfnIsMapMemory: false } as const;
    const vma = { vmPfnmap: true, cowMapping: true };
    const old = handleFault('v6.16', { ...input, vma: { vmPfnmap: true } });
    expect(policy('fallback-to-device').onFault({ ...input, vma })).toEqual(old);
  });
});
