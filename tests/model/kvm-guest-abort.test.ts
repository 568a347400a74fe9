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
  const { verdict, ret, injected, effect, exit, handler } = handleGuestAbort(kernel, input);
  const beside = injected ?? effect ?? exit;
  return [verdict, ret, beside, handler].filter((part) => part !== null).join(' ');
}

const MMIO = 'emulated 0 KVM_EXIT_MMIO io_mem_abort';
const ENOSYS = 'fails -38 io_mem_abort';

describe('before a page is looked for', () => {
  it('a fault status without a rule is a log line and EFAULT, whatever stands there', () => {
    for (const memslot of ['none', 'userspace', 'guestMemfd'] as const)
      for (const faultStatus of ['alignment', 'addressSize', 'tlbConflict', 'unlisted'] as const)
        expect(outcome({ ...RAM, memslot, faultStatus })).toBe('fails -14');
  });

  it('the line of the alignment fault is that of the reports, N-XIE and Q-BENNEE', () => {
    const alignment = { ...RAM, faultStatus: 'alignment', access: 'write' } as const;
    expect(handleGuestAbort('v7.3', alignment).log).toBe('Unsupported FSC: EC=0x24 xFSC=0x21');
    const { log } = handleGuestAbort('v7.3', { ...alignment, access: 'exec' });
    expect(log).toBe('Unsupported FSC: EC=0x20 xFSC=0x21');
    expect(handleGuestAbort('v7.3', RAM).log).toBeNull();
  });

  it('an External abort is never EFAULT: firmware, then user space, then the guest', () => {
    const sea = { ...RAM, faultStatus: 'sea' } as const;
    expect(outcome(sea)).toBe('injected 1 SError kvm_handle_guest_sea');
    expect(outcome({ ...sea, seaToUser: true })).toBe(
      'exits 0 KVM_EXIT_ARM_SEA kvm_handle_guest_sea',
    );
    expect(outcome({ ...sea, seaToUser: true, hostClaimsSea: true })).toBe(
      'resumed 1 error claimed by firmware kvm_handle_guest_sea',
    );
    for (const own of [{ ras: false }, { vncrAccess: true }])
      expect(outcome({ ...sea, seaToUser: true, ...own })).toMatch('SError');
  });

  it('an address that the VM or the host cannot have goes back to the guest', () => {
    const beyond = (ipa: GuestAbortInput['ipa']) => handleGuestAbort('v7.3', { ...RAM, ipa: ipa! });
    expect(beyond('beyondVm')).toMatchObject({ injectedStatus: 'external', injectedFar: 'ipa' });
    expect(beyond('beyondHost').injectedStatus).toBe('address size');
    expect(outcome({ ...RAM, ipa: 'beyondHost', faultStatus: 'permission' })).toMatch('relaxed');
  });

  it.each([
    [{ access: 'exec' }, 'injected 1 instruction abort'],
    [{ access: 'exec', stage1Walk: true }, 'injected 1 instruction abort'],
    [{ stage1Walk: true }, 'injected 1 data abort'],
    [{ stage1Walk: true, cacheInstruction: true }, 'injected 1 data abort'],
    [{ cacheInstruction: true }, 'resumed 1 instruction skipped'],
    [{}, MMIO],
    [{ access: 'write' }, MMIO],
    [{ faultStatus: 'accessFlag' }, MMIO],
    [{ isv: false }, ENOSYS],
    [{ isv: false, nisvToUser: true }, 'exits 0 KVM_EXIT_ARM_NISV io_mem_abort'],
    [{ isv: false, protectedVm: true }, 'injected 1 data abort io_mem_abort'],
    [{ loadStore64: true }, 'emulated 0 KVM_EXIT_ARM_LDST64B io_mem_abort'],
    [{ loadStore64: true, faultStatus: 'exclAtomic' }, MMIO],
  ] as const)('no memslot, or one that is going, and %o: %s', (more, expected) => {
    expect(outcome({ ...RAM, memslot: 'none', ...more })).toBe(expected);
    expect(outcome({ ...RAM, memslot: 'invalid', ...more })).toBe(expected);
  });

  it('a write to a read-only slot goes the same way, but no instruction is skipped', () => {
    const slot = { ...RAM, slotReadonly: true } as const;
    expect(outcome({ ...slot, access: 'write' })).toBe(MMIO);
    expect(outcome({ ...slot, access: 'write', cacheInstruction: true })).toBe(ENOSYS);
    expect(outcome({ ...slot, access: 'read' })).toBe('mapped 1 user_mem_abort');
    expect(outcome({ ...slot, access: 'exec' })).toBe('mapped 1 user_mem_abort');
  });

  it("on a walk of the guest's table only a permission fault is a write", () => {
    const walk = { ...RAM, slotReadonly: true, stage1Walk: true } as const;
    for (const access of ['read', 'write'] as const) {
      expect(outcome({ ...walk, access })).toBe('mapped 1 user_mem_abort');
      expect(outcome({ ...walk, access, faultStatus: 'permission' })).toBe('injected 1 data abort');
    }
    const table = { ...RAM, stage1Walk: true, dirtyLogging: true } as const;
    expect(handleGuestAbort('v7.3', { ...table, access: 'write' }).mapping?.w).toBe(false);
    const relaxed = handleGuestAbort('v7.3', { ...table, faultStatus: 'permission' });
    expect(relaxed.mapping?.w).toBe(true);
    // A walk for a fetch is no fetch: a Device page that holds the table is mapped.
    const device = { ...PC, vma: { vmPfnmap: true, attrIndx: 3 }, access: 'exec' } as const;
    expect(outcome({ ...device, stage1Walk: true })).toBe('mapped 1 user_mem_abort');
  });

  it('an access flag fault makes the page young, and asks no VMA', () => {
    const input = { ...RAM, vma: null, faultStatus: 'accessFlag' } as const;
    expect(outcome(input)).toBe('resumed 1 page made young handle_access_fault');
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

  it('a PFNMAP page of a protected VM fails with EFAULT, because GUP refuses it (MM734)', () => {
    const decision = handleGuestAbort('v7.3', { ...PC, ...host, protectedVm: true });
    expect(decision).toMatchObject({ errno: 'EFAULT', handler: 'pkvm_mem_abort' });
    expect(decision.because.map((step) => step.status)).toContain('read');
    expect(explain(decision).join(' ')).toContain('The page cannot be pinned');
    const own = { ...RAM, protectedVm: true } as const;
    expect(handleGuestAbort('v7.3', { ...own, vma: { vmIo: true } }).errno).toBe('EFAULT');
    expect(handleGuestAbort('v7.3', { ...own, memlockLimit: true }).errno).toBe('ENOMEM');
    expect(handleGuestAbort('v7.3', { ...own, mappedAlready: 'poisoned' }).errno).toBe('EFAULT');
    expect(outcome({ ...own, mappedAlready: 'intact' })).toBe('retry 1 pkvm_mem_abort');
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
    { faultStatus: 'alignment' },
    { faultStatus: 'sea' },
    { ipa: 'beyondVm' },
    { stage1Walk: true },
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
