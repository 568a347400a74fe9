import { describe, expect, it } from 'vitest';
import { checkExtension, KVM_CAP_ARM_CACHEABLE_PFNMAP_SUPPORTED, vmaIsCacheable } from 'stage-two';

// Expectations: the capability and the VMA in the project's facts (V10-6, DOC734, CODE617, CODE734).

describe('capability 243', () => {
  it('has that number', () => expect(KVM_CAP_ARM_CACHEABLE_PFNMAP_SUPPORTED).toBe(243));

  it.each(['v6.17', 'v7.3'] as const)('%s: 1 iff FWB and DIC; IDC is never read', (kernel) => {
    for (const fwb of [false, true])
      for (const dic of [false, true])
        for (const idc of [false, true]) {
          const decision = checkExtension(kernel, { fwb, dic, idc });
          expect(decision.ret).toBe(fwb && dic ? 1 : 0);
          expect(decision.because.flatMap((step) => Object.keys(step.inputs))).not.toContain('idc');
        }
  });

  it.each(['v6.17', 'v7.3'] as const)(
    '%s: EINVAL without a VM, 0 for a protected one',
    (kernel) => {
      const host = { fwb: true, dic: true };
      expect(checkExtension(kernel, { ...host, vmFd: false })).toMatchObject({
        ret: -22,
        verdict: 'refused',
        errno: 'EINVAL',
      });
      expect(checkExtension(kernel, { ...host, vmFd: false, pkvmHost: true }).ret).toBe(-22);
      expect(checkExtension(kernel, { ...host, protectedVm: true, pkvmHost: true }).ret).toBe(0);
      expect(checkExtension(kernel, { ...host, pkvmHost: true }).ret).toBe(1);
    },
  );

  it('v6.16 does not know the number', () => {
    for (const vmFd of [false, true]) {
      expect(checkExtension('v6.16', { vmFd, fwb: true, dic: true })).toMatchObject({
        ret: 0,
        verdict: 'not-supported',
      });
    }
  });
});

describe('kvm_vma_is_cacheable', () => {
  it.each(['v6.17', 'v7.3'] as const)('%s: false for AttrIndx 2, 3 and 4 alone', (kernel) => {
    const answers = [0, 1, 2, 3, 4, 5, 6, 7].map(
      (attrIndx) => vmaIsCacheable(kernel, { attrIndx }).cacheable,
    );
    expect(answers).toEqual([true, true, false, false, false, true, true, true]);
  });

  it('takes names for numbers', () => {
    expect(vmaIsCacheable('v7.3', { attrIndx: 'MT_NORMAL_NC' }).cacheable).toBe(false);
    expect(vmaIsCacheable('v7.3', { attrIndx: 'MT_NORMAL_TAGGED' }).cacheable).toBe(true);
  });

  it('does not exist in v6.16', () => {
    expect(vmaIsCacheable('v6.16', { attrIndx: 0 })).toMatchObject({
      verdict: 'unknown',
      cacheable: null,
    });
  });
});
