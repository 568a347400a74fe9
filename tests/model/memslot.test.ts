import { describe, expect, it } from 'vitest';
import {
  KERNELS,
  memslotChange,
  prepareMemoryRegion,
  QUESTIONS,
  refusesChange,
  type Kernel,
  type MemslotChangeInput,
  type MemslotInput,
  type PlainChange,
} from 'stage-two';

// Expectations: the checks of the memslot hook and the derivation of the change in the project's
// facts (CODE617, CODE734).

const refusable = { vmPfnmap: true };
const since617: readonly Kernel[] = ['v6.17', 'v7.3'];

function hook(kernel: Kernel, input: Partial<MemslotInput>) {
  return prepareMemoryRegion(kernel, { vmas: [refusable], fwb: false, dic: false, ...input });
}

describe('kvm_arch_prepare_memory_region', () => {
  it('refuses a cacheable PFNMAP without FWB and DIC since v6.17', () => {
    expect(hook('v6.16', {}).ret).toBe(0);
    for (const kernel of since617)
      expect(hook(kernel, {})).toMatchObject({ errno: 'EINVAL', refusedVma: 0 });
    for (const kernel of since617)
      expect(hook(kernel, { fwb: true, dic: true }).verdict).toBe('accepted');
  });

  it.each(KERNELS)(
    '%s: EFAULT beyond the IPA space comes before any VMA, and not for DELETE',
    (kernel) => {
      expect(hook(kernel, { beyondIpa: true, logDirtyPages: true }).errno).toBe('EFAULT');
      expect(hook(kernel, { beyondIpa: true, logDirtyPages: true, change: 'DELETE' }).ret).toBe(0);
    },
  );

  it.each(KERNELS)('%s: MTE is asked before PFNMAP, and of every VMA', (kernel) => {
    const decision = hook(kernel, { vmHasMte: true, logDirtyPages: true });
    expect(decision.because.at(-1)?.check).toContain('kvm_vma_mte_allowed');
    expect(hook(kernel, { vmHasMte: true, vmas: [{}] }).errno).toBe('EINVAL');
  });

  it('looks at neither MIXEDMAP nor READONLY', () => {
    for (const kernel of since617) {
      expect(hook(kernel, { vmas: [{ vmMixedmap: true }], readonly: true }).verdict).toBe(
        'accepted',
      );
    }
  });

  it('accepts a slot over no VMA', () => {
    for (const kernel of KERNELS) expect(hook(kernel, { vmas: [] }).verdict).toBe('accepted');
  });

  it('judges the first bad VMA in address order', () => {
    const vmas = [
      { start: 4, end: 5, vmPfnmap: true },
      { start: 2, end: 3, vmPfnmap: true },
    ];
    expect(hook('v7.3', { slot: { start: 2, end: 6 }, vmas }).refusedVma).toBe(1);
  });

  it.each([
    ['DELETE', 'created', {}, 'EPERM'],
    ['MOVE', 'created', {}, 'EPERM'],
    ['DELETE', 'notCreated', {}, null],
    ['CREATE', 'notCreated', { logDirtyPages: true }, 'EPERM'],
    ['CREATE', 'notCreated', { readonly: true }, 'EPERM'],
    ['CREATE', 'created', {}, null],
  ] as const)('v7.3, %s of a protected VM (%s) with %o: %s', (change, protectedVm, more, errno) => {
    expect(hook('v7.3', { change, protectedVm, vmas: [], ...more }).errno).toBe(errno);
  });

  it.each([
    ['notGmemOnly', false, 'EINVAL'],
    ['gmemOnly', true, 'EINVAL'],
    ['gmemOnly', false, null],
  ] as const)('v7.3, guest_memfd %s, MTE %s: %s', (guestMemfd, vmHasMte, errno) => {
    expect(hook('v7.3', { guestMemfd, vmHasMte, vmas: [] }).errno).toBe(errno);
  });

  it('walks the VMAs of a guest_memfd slot too', () => {
    expect(hook('v7.3', { guestMemfd: 'gmemOnly' }).errno).toBe('EINVAL');
  });

  it('has neither guest_memfd nor protected VMs before v7.3', () => {
    expect(hook('v6.17', { guestMemfd: 'gmemOnly' }).error?.code).toBe('not-in-kernel');
    expect(hook('v6.17', { protectedVm: 'created' }).error?.code).toBe('not-in-kernel');
  });
});

describe('memslotChange', () => {
  const old = { oldExists: true };
  const change = (input: MemslotChangeInput, kernel: Kernel = 'v7.3') => {
    const decision = memslotChange(kernel, input);
    return decision.errno ?? decision.change ?? 'nothing';
  };

  it.each<[MemslotChangeInput, string]>([
    [{ oldExists: false }, 'CREATE'],
    [{ oldExists: false, overlap: true }, 'EEXIST'],
    [{ oldExists: false, sizeZero: true }, 'EINVAL'],
    [{ ...old, sizeZero: true, overlap: true }, 'DELETE'],
    [{ ...old, sizeZero: true, newGuestMemfd: true }, 'DELETE'],
    [{ ...old, sizeZero: true, newGuestMemfd: true, newReadonly: true }, 'EINVAL'],
    [{ ...old, newGuestMemfd: true }, 'EINVAL'],
    [{ ...old, baseGfnDiffers: true, newLogDirty: true }, 'MOVE'],
    [{ ...old, baseGfnDiffers: true, overlap: true }, 'EEXIST'],
    [{ ...old, newLogDirty: true, overlap: true }, 'FLAGS_ONLY'],
    [{ ...old, newReadonly: true }, 'EINVAL'],
    [{ ...old, npagesDiffers: true }, 'EINVAL'],
    [{ ...old, userspaceAddrDiffers: true, baseGfnDiffers: true }, 'EINVAL'],
    [{ ...old, oldGuestMemfd: true }, 'EINVAL'],
    [{ ...old, overlap: true }, 'nothing'],
    [{ ...old, unknownFlag: true, sizeZero: true }, 'EINVAL'],
    [{ oldExists: false, badGeometry: true }, 'EINVAL'],
  ])('%o: %s', (input, answer) => expect(change(input)).toBe(answer));

  it('knows no GUEST_MEMFD flag before v7.3', () => {
    for (const kernel of ['v6.16', 'v6.17'] as const) {
      expect(change({ oldExists: false, newGuestMemfd: true }, kernel)).toBe('EINVAL');
      expect(change({ ...old, sizeZero: true, newGuestMemfd: true }, kernel)).toBe('EINVAL');
    }
    expect(change({ oldExists: false, newGuestMemfd: true })).toBe('CREATE');
  });
});

describe('a request without guest_memfd', () => {
  const names = QUESTIONS.memslotChange.fields
    .map(({ name }) => name)
    .filter((name) => !name.endsWith('GuestMemfd'));

  it.each(KERNELS)('is refused by %s as by every kernel', (kernel) => {
    expect(names).toHaveLength(12);
    const differ: PlainChange[] = [];
    for (let bits = 0; bits < 1 << names.length; bits++) {
      const input = Object.fromEntries(
        names.map((name, i) => [name, ((bits >> i) & 1) === 1]),
      ) as unknown as PlainChange;
      const refused = memslotChange(kernel, input).verdict === 'refused';
      if (refusesChange(input) !== refused) differ.push(input);
    }
    expect(differ).toEqual([]);
  });
});
