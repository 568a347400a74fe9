import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KERNELS, slotSupportsHuge, vmaPageShift } from 'stage-two';

// Expectations: the rule in the facts' own words, tried page by page where that is possible.

const PMD = 512;
const PUD = 512 * 512;
const OLD = ['v6.16', 'v6.17'] as const;

describe('vmaPageShift', () => {
  const vma = { vmPfnmap: true, vmStart: 0, vmEnd: 4 * PMD, vmPgoff: 8 * PMD };

  it('offers a PFNMAP blocks by vm_pgoff until v6.17, pages in v7.3', () => {
    const answers = KERNELS.map((kernel) => vmaPageShift(kernel, { ...vma, hva: 5 }).shift);
    expect(answers).toEqual([21, 21, 12]);
  });

  it('offers a PUD where it fits', () => {
    const large = { vmPfnmap: true, vmStart: 0, vmEnd: PUD, vmPgoff: 3 * PUD, hva: 7 };
    expect(OLD.map((kernel) => vmaPageShift(kernel, large).shift)).toEqual([30, 30]);
    expect(vmaPageShift('v6.17', { ...large, vmPgoff: 3 * PUD + PMD }).shift).toBe(21);
    expect(vmaPageShift('v6.17', { ...large, vmPgoff: 3 * PUD + 1 }).shift).toBe(12);
  });

  it('offers the size of a hugetlb VMA in every kernel, but not of a PFNMAP until v6.17', () => {
    const huge = { hugetlbShift: 25, vmStart: 0, vmEnd: PMD, hva: 3 } as const;
    for (const kernel of KERNELS) expect(vmaPageShift(kernel, huge).shift).toBe(25);
    for (const kernel of OLD)
      expect(vmaPageShift(kernel, { ...huge, vmPfnmap: true, vmPgoff: 1 }).shift).toBe(12);
  });

  it('says what the VMA is', () => {
    const first = (kernel: (typeof KERNELS)[number], more: object) =>
      vmaPageShift(kernel, { vmStart: 0, vmEnd: 9, hva: 3, ...more }).because[0];
    for (const kernel of KERNELS) {
      expect(first(kernel, { hugetlbShift: 21 })).toMatchObject({
        inputs: { hugetlb: true },
        answer: true,
      });
      expect(first(kernel, {})).toMatchObject({ inputs: { hugetlb: false }, answer: false });
    }
    const both = { hugetlbShift: 21, vmPfnmap: true };
    expect(first('v6.17', both)?.answer).toBe(false);
    expect(first('v7.3', both)?.answer).toBe(true);
  });

  it('offers a page for any other VMA', () => {
    for (const kernel of KERNELS)
      expect(vmaPageShift(kernel, { ...vma, vmPfnmap: false, hva: 5 })).toMatchObject({
        verdict: 'not-supported',
        ret: 12,
        shift: 12,
      });
  });

  it('does not check the end of the VMA where the address is exactly aligned', () => {
    const cut = { vmPfnmap: true, vmStart: 0, vmEnd: 10, vmPgoff: PMD };
    expect(vmaPageShift('v6.17', { ...cut, hva: 0 }).shift).toBe(30 - 9);
    expect(vmaPageShift('v6.17', { ...cut, hva: 1 }).shift).toBe(12);
  });

  it('counts vm_pgoff from the start of the VMA, aligned or not', () => {
    const odd = { vmPfnmap: true, vmStart: 100, vmEnd: 2000, hva: 600 };
    expect(vmaPageShift('v6.17', { ...odd, vmPgoff: 8 * PMD + 100 }).shift).toBe(21);
    expect(vmaPageShift('v6.17', { ...odd, vmPgoff: 8 * PMD }).shift).toBe(12);
  });

  it('needs an address in the VMA', () => {
    for (const hva of [4 * PMD, 4 * PMD + 1]) {
      expect(vmaPageShift('v6.17', { ...vma, hva }).error?.code).toBe('contradiction');
    }
    expect(vmaPageShift('v6.17', { ...vma, vmStart: 6, hva: 5 }).error?.code).toBe('contradiction');
    expect(vmaPageShift('v6.17', { ...vma, vmStart: 5, hva: 5 }).error).toBeUndefined();
  });

  it('offers a PMD exactly where every page of the block is in the VMA, one behind the other', () => {
    // From the second block on: address 0 is aligned to a PUD as well.
    const geometry = fc.record({
      vmStart: fc.integer({ min: PMD, max: 3 * PMD }),
      length: fc.integer({ min: 1, max: 4 * PMD }),
      vmPgoff: fc.oneof(fc.integer({ min: 0, max: 4 * PMD }), fc.constantFrom(0, PMD, 2 * PMD)),
      aligned: fc.boolean(),
      at: fc.integer({ min: 0, max: 4 * PMD }),
    });
    fc.assert(
      fc.property(fc.constantFrom(...OLD), geometry, (kernel, { vmStart, length, at, ...g }) => {
        const start = g.aligned ? vmStart - (vmStart % PMD) : vmStart;
        const hva = start + (at % length);
        const input = { vmPfnmap: true, vmStart: start, vmEnd: start + length, hva };
        const { shift } = vmaPageShift(kernel, { ...input, vmPgoff: g.vmPgoff });
        const first = hva - (hva % PMD);
        const inside = (page: number) => page >= start && page < start + length;
        const whole = Array.from({ length: PMD }, (_, i) => first + i).every(inside);
        const congruent = (g.vmPgoff + hva - start) % PMD === hva % PMD;
        const fits = hva % PMD === 0 || whole; // an aligned address leaves the end unchecked
        expect(shift).toBe(fits && congruent ? 21 : 12);
      }),
    );
  });
});

describe('slotSupportsHuge', () => {
  const slot = { baseGfn: 2 * PMD, npages: 2 * PMD, userspace: 7 * PMD };

  it('permits a page always, on a pKVM host no PUD', () => {
    const odd = { baseGfn: 3, npages: 1, userspace: 9, hva: 9 };
    const large = { baseGfn: PUD, npages: PUD, userspace: PUD, hva: PUD + 5 };
    for (const kernel of KERNELS) {
      for (const pkvmHost of [false, true])
        expect(slotSupportsHuge(kernel, { ...odd, shift: 12, pkvmHost }).ret).toBe(1);
      expect(slotSupportsHuge(kernel, { ...large, shift: 30 }).ret).toBe(1);
      expect(slotSupportsHuge(kernel, { ...large, shift: 30, pkvmHost: true }).ret).toBe(0);
      expect(slotSupportsHuge(kernel, { ...large, shift: 21, pkvmHost: true }).ret).toBe(1);
    }
  });

  it('does not care whether the VM is protected', () => {
    const input = { ...slot, hva: 7 * PMD, shift: 21, pkvmHost: true } as const;
    expect(slotSupportsHuge('v7.3', { ...input, protectedVm: true }).verdict).toBe('supported');
  });

  it('needs an address in the slot', () => {
    for (const hva of [7 * PMD - 1, 9 * PMD])
      expect(slotSupportsHuge('v7.3', { ...slot, hva, shift: 21 }).error?.code).toBe(
        'contradiction',
      );
  });

  it('permits a PMD exactly where every page of the block has the guest address that it should', () => {
    const geometry = fc.record({
      baseGfn: fc.oneof(fc.integer({ min: 0, max: 2 * PMD }), fc.constantFrom(0, PMD)),
      npages: fc.integer({ min: 1, max: 3 * PMD }),
      userspace: fc.oneof(fc.integer({ min: 0, max: 2 * PMD }), fc.constantFrom(0, PMD)),
      at: fc.integer({ min: 0, max: 3 * PMD }),
    });
    fc.assert(
      fc.property(fc.constantFrom(...KERNELS), geometry, (kernel, { at, ...g }) => {
        const hva = g.userspace + (at % g.npages);
        const { ret } = slotSupportsHuge(kernel, { ...g, hva, shift: 21 });
        const first = hva - (hva % PMD);
        const inSlot = (page: number) => page >= g.userspace && page < g.userspace + g.npages;
        const whole = inSlot(first) && inSlot(first + PMD - 1);
        const gfn = g.baseGfn + (hva - g.userspace);
        expect(ret).toBe(whole && gfn % PMD === hva % PMD ? 1 : 0);
      }),
    );
  });
});
