import { describe, expect, it } from 'vitest';
import { explain, handleGuestAbort, type GuestAbortInput, type Kernel } from 'stage-two';

// Expectations: the points of the facts about kvm_handle_guest_abort(), in their order.

const RAM: GuestAbortInput = {
  vma: {},
  pfnIsMapMemory: true,
  fwb: true,
  dic: true,
  access: 'read',
};
const PC: GuestAbortInput = { vma: { vmPfnmap: true }, fwb: true, dic: true, access: 'read' };

/** The verdict with what comes beside it. */
function outcome(input: GuestAbortInput, kernel: Kernel = 'v7.3'): string {
  const { verdict, ret, injected, effect, handler } = handleGuestAbort(kernel, input);
  return [verdict, ret, injected ?? effect, handler].filter((part) => part !== null).join(' ');
}

describe('before a page is looked for', () => {
  it('a fault status that KVM cannot handle is EFAULT, whatever stands there', () => {
    for (const memslot of ['none', 'userspace', 'guestMemfd'] as const)
      expect(outcome({ ...RAM, memslot, faultStatus: 'other' })).toBe('fails -14');
  });

  it.each([
    [{ access: 'exec' }, 'injected 1 instruction abort'],
    [{ access: 'exec', stage1Walk: true }, 'injected 1 instruction abort'],
    [{ stage1Walk: true }, 'injected 1 data abort'],
    [{ stage1Walk: true, cacheInstruction: true }, 'injected 1 data abort'],
    [{ cacheInstruction: true }, 'resumed 1 instruction skipped'],
    [{}, 'emulated'],
    [{ access: 'write' }, 'emulated'],
    [{ faultStatus: 'accessFlag' }, 'emulated'],
  ] as const)('no memslot and %o: %s', (more, expected) => {
    expect(outcome({ ...RAM, memslot: 'none', ...more })).toBe(expected);
  });

  it('a write to a read-only slot goes the same way, but no instruction is skipped', () => {
    const slot = { ...RAM, slotReadonly: true } as const;
    expect(outcome({ ...slot, access: 'write' })).toBe('emulated');
    expect(outcome({ ...slot, access: 'write', cacheInstruction: true })).toBe('emulated');
    expect(outcome({ ...slot, access: 'write', stage1Walk: true })).toBe('injected 1 data abort');
    expect(outcome({ ...slot, access: 'read' })).toBe('mapped 1 user_mem_abort');
    expect(outcome({ ...slot, access: 'exec' })).toBe('mapped 1 user_mem_abort');
  });

  it('an access flag fault makes the page young, and asks no VMA', () => {
    const input = { ...RAM, vma: null, faultStatus: 'accessFlag' } as const;
    expect(outcome(input)).toBe('resumed 1 page made young');
  });
});

describe('the handler', () => {
  it('is that of protected VMs before that of guest_memfd before that of user space', () => {
    expect(outcome(RAM)).toBe('mapped 1 user_mem_abort');
    expect(outcome({ ...RAM, memslot: 'guestMemfd' })).toBe('mapped 1 gmem_abort');
    expect(outcome({ ...RAM, memslot: 'guestMemfd', protectedVm: true })).toBe(
      'mapped 1 pkvm_mem_abort',
    );
  });

  it('gets the fault as its status says', () => {
    expect(outcome({ ...RAM, faultStatus: 'permission' })).toBe('relaxed 1 user_mem_abort');
    expect(outcome({ ...RAM, faultStatus: 'exclAtomic' })).toBe(
      'injected 1 data abort user_mem_abort',
    );
    const gmem = { ...RAM, memslot: 'guestMemfd', faultStatus: 'permission' } as const;
    expect(outcome(gmem)).toBe('relaxed 1 gmem_abort');
  });

  it('that says ENOEXEC makes KVM inject an instruction abort, and KVM_RUN goes on', () => {
    const fetch = { ...PC, vma: { vmPfnmap: true, attrIndx: 3 }, access: 'exec' } as const;
    for (const kernel of ['v6.16', 'v6.17', 'v7.3'] as const)
      expect(outcome(fetch, kernel)).toBe('injected 1 instruction abort user_mem_abort');
  });

  it('that says EFAULT ends KVM_RUN, with exit data for guest_memfd only', () => {
    const failing = { ...PC, fwb: false } as const;
    expect(handleGuestAbort('v7.3', failing)).toMatchObject({ ret: -14, errno: 'EFAULT' });
    expect(handleGuestAbort('v7.3', failing).exit).toBeNull();
    const gmem = { ...RAM, memslot: 'guestMemfd', getPfn: 'EFAULT' } as const;
    expect(handleGuestAbort('v7.3', gmem)).toMatchObject({
      verdict: 'fails',
      ret: -14,
      exit: 'KVM_EXIT_MEMORY_FAULT',
      handler: 'gmem_abort',
    });
  });

  it('that retries or signals lets the guest go on', () => {
    expect(outcome({ ...RAM, invalidateRetry: true })).toBe('retry 1 user_mem_abort');
    expect(outcome({ ...RAM, pfnLookup: 'hwpoison' })).toBe('signalled 1 user_mem_abort');
  });
});

describe('on a pKVM host', () => {
  const host = { pkvmHost: true } as const;

  it('no PFNMAP reaches a VM that is not protected: EPERM cacheable, EINVAL otherwise', () => {
    expect(handleGuestAbort('v7.3', { ...PC, ...host })).toMatchObject({
      verdict: 'fails',
      errno: 'EPERM',
      mapping: null,
    });
    for (const attrIndx of [2, 3, 4])
      for (const vmAllowAnyUncached of [false, true]) {
        const vma = { vmPfnmap: true, attrIndx, vmAllowAnyUncached };
        expect(handleGuestAbort('v7.3', { ...PC, ...host, vma }).errno).toBe('EINVAL');
      }
    expect(outcome({ ...RAM, ...host })).toBe('mapped 1 user_mem_abort');
  });

  it('a leaf that is only relaxed is not mapped again', () => {
    expect(outcome({ ...PC, ...host, faultStatus: 'permission' })).toBe('relaxed 1 user_mem_abort');
  });

  it('a PFNMAP page of a protected VM fails with EFAULT, by assumption', () => {
    const decision = handleGuestAbort('v7.3', { ...PC, ...host, protectedVm: true });
    expect(decision).toMatchObject({ errno: 'EFAULT', handler: 'pkvm_mem_abort' });
    expect(decision.because.map((step) => step.status)).toContain('assumed');
    expect(explain(decision).join(' ')).toContain('This is an assumption.');
    const missing = { ...RAM, vma: null, protectedVm: true } as const;
    expect(outcome(missing)).toBe('mapped 1 pkvm_mem_abort');
  });
});

describe('a kernel in which the abort handler was not read', () => {
  const kernels = ['v6.16', 'v6.17'] as const;

  it('answers for the faults that reach user_mem_abort()', () => {
    for (const kernel of kernels) {
      expect(outcome(RAM, kernel)).toBe('mapped 1 user_mem_abort');
      expect(outcome({ ...RAM, vma: null }, kernel)).toBe('fails -14 user_mem_abort');
      expect(outcome({ ...RAM, access: 'write' }, kernel)).toBe('mapped 1 user_mem_abort');
      expect(outcome({ ...RAM, slotReadonly: true }, kernel)).toBe('mapped 1 user_mem_abort');
    }
  });

  it.each([
    { memslot: 'none' },
    { faultStatus: 'other' },
    { faultStatus: 'accessFlag' },
    { faultStatus: 'exclAtomic' },
    { slotReadonly: true, access: 'write' },
    { pkvmHost: true },
  ] as const)('does not know about %o', (more) => {
    for (const kernel of kernels) {
      const decision = handleGuestAbort(kernel, { ...RAM, ...more });
      expect(decision).toMatchObject({ verdict: 'unknown', ret: null, handler: null });
      expect(decision.because).toHaveLength(1);
    }
  });

  it('refuses what it does not have', () => {
    for (const kernel of kernels) {
      const code = (more: Partial<GuestAbortInput>) =>
        handleGuestAbort(kernel, { ...RAM, ...more }).error?.code;
      expect(code({ memslot: 'guestMemfd' })).toBe('not-in-kernel');
      expect(code({ protectedVm: true })).toBe('not-in-kernel');
    }
  });
});

it('a write cannot find a page that is not writable', () => {
  const input = { ...RAM, access: 'write', mapWritable: false } as const;
  expect(handleGuestAbort('v7.3', input).error?.code).toBe('contradiction');
});

it('the last step was read and not evaluated, and tells what KVM_RUN sees', () => {
  const { because } = handleGuestAbort('v7.3', RAM);
  expect(because.at(-1)).toMatchObject({ check: 'ret == -ENOEXEC', status: 'read', answer: false });
  expect(because.slice(0, -1).every((step) => step.status === undefined)).toBe(true);
});
