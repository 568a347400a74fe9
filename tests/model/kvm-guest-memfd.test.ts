import { describe, expect, it } from 'vitest';
import {
  handleFault,
  handleGuestMemfdFault,
  prepareMemoryRegion,
  type GuestMemfdFaultInput,
} from 'stage-two';

// Expectations: exercise 25 and the facts about guest_memfd.

const READ: GuestMemfdFaultInput = { fwb: false, dic: false, access: 'read' };

/** The mapping in a few letters, or the verdict. */
function mapped(input: GuestMemfdFaultInput): string {
  const { mapping, verdict } = handleGuestMemfdFault('v7.3', input);
  if (mapping === null) return verdict;
  const may = `${mapping.r ? 'R' : ''}${mapping.w ? 'W' : ''}${mapping.x ? 'X' : ''}`;
  return `${mapping.action} ${mapping.memType} ${may}`;
}

describe('exercise 25', () => {
  it('a mappable guest_memfd slot over a cacheable PFNMAP without FWB is refused at the slot', () => {
    const vmas = [{ vmPfnmap: true }];
    const slot = { vmas, fwb: false, dic: false, guestMemfd: 'gmemOnly' } as const;
    expect(prepareMemoryRegion('v7.3', slot).errno).toBe('EINVAL');
  });

  it('though the fault path alone would map it Normal, RW, 4K', () => {
    expect(mapped(READ)).toBe('map NORMAL RW');
    const { mapping } = handleGuestMemfdFault('v7.3', READ);
    expect(mapping).toMatchObject({ memAttr: 0xf, size: null });
    expect(handleFault('v7.3', { ...READ, vma: { vmPfnmap: true } }).errno).toBe('EFAULT');
  });
});

describe('a guest_memfd fault', () => {
  it('is always Normal cacheable', () => {
    expect(handleGuestMemfdFault('v7.3', { ...READ, fwb: true }).mapping?.memAttr).toBe(6);
    expect(handleGuestMemfdFault('v7.3', READ).mapping?.memAttr).toBe(0xf);
  });

  it('gives X by a fetch or by DIC, and W unless the slot is read-only', () => {
    expect(mapped({ ...READ, access: 'exec' })).toBe('map NORMAL RWX');
    expect(mapped({ ...READ, dic: true })).toBe('map NORMAL RWX');
    expect(mapped({ ...READ, slotReadonly: true })).toBe('map NORMAL R');
  });

  it('relaxes the leaf on a permission fault, and tops up nothing', () => {
    const relaxed = handleGuestMemfdFault('v7.3', { ...READ, permissionFault: true });
    expect(relaxed).toMatchObject({ verdict: 'relaxed', memcache: 'none', markedDirty: true });
    expect(relaxed.mapping).toMatchObject({ memAttr: null, l1Level: null });
    expect(handleGuestMemfdFault('v7.3', READ).memcache).toBe('host');
    expect(handleGuestMemfdFault('v7.3', { ...READ, pkvmHost: true }).memcache).toBe('hyp');
  });

  it('without a page gives the error and KVM_EXIT_MEMORY_FAULT', () => {
    for (const [getPfn, ret] of [
      ['EFAULT', -14],
      ['EIO', -5],
      ['ENOMEM', -12],
    ] as const) {
      const input = { ...READ, getPfn, invalidateRetry: true };
      expect(handleGuestMemfdFault('v7.3', input)).toMatchObject({
        verdict: 'fails',
        ret,
        errno: getPfn,
        exit: 'KVM_EXIT_MEMORY_FAULT',
        mapping: null,
        markedDirty: false,
      });
    }
  });

  it('has a step that says whether there is a page', () => {
    const answer = (input: GuestMemfdFaultInput) =>
      handleGuestMemfdFault('v7.3', input).because[1]?.answer;
    expect([answer(READ), answer({ ...READ, getPfn: 'EIO' })]).toEqual([false, true]);
  });

  it('that raced with an invalidation is tried again', () => {
    const raced = { ...READ, invalidateRetry: true };
    expect(handleGuestMemfdFault('v7.3', raced)).toMatchObject({
      verdict: 'retry',
      ret: 0,
      exit: null,
    });
  });

  it('of a nested guest is reduced to the L1 leaf', () => {
    const dic = { ...READ, dic: true };
    expect(mapped({ ...dic, nested: { writable: false } })).toBe('map NORMAL RX');
    expect(mapped({ ...dic, nested: { readable: false, exec: 'none' } })).toBe('map NORMAL W');
    const el0 = { ...dic, xnx: true, nested: { exec: 'EL0', blockShift: 21 } } as const;
    expect(handleGuestMemfdFault('v7.3', el0).mapping).toMatchObject({ exec: 'EL0', l1Level: 2 });
    const again = { ...el0, permissionFault: true };
    expect(handleGuestMemfdFault('v7.3', again).mapping?.l1Level).toBe(0);
    const contradiction = { ...dic, nested: { exec: 'EL0' } } as const;
    expect(handleGuestMemfdFault('v7.3', contradiction).error?.code).toBe('contradiction');
    expect(handleGuestMemfdFault('v7.3', dic).mapping?.l1Level).toBeNull();
  });

  it('does not come up in v6.16 and v6.17', () => {
    for (const kernel of ['v6.16', 'v6.17'] as const)
      expect(handleGuestMemfdFault(kernel, READ).error?.code).toBe('not-in-kernel');
  });
});
