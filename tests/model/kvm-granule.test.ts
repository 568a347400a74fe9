import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { granule, handleFault, KERNELS, type GranuleInput, type Kernel } from 'stage-two';

// Expectations: exercise 24, the rules of the facts about sizes, and their list of what a
// re-implementation gets wrong (21 to 23).

const DEVICE = { vmPfnmap: true, attrIndx: 'MT_DEVICE_nGnRnE' } as const;
const CACHEABLE = { vmPfnmap: true, attrIndx: 'MT_NORMAL' } as const;
const RAM = { vma: {}, pfnIsMapMemory: true };
const GFN = 0x52345;

/** The size, or what happens instead. */
function size(kernel: Kernel, input: GranuleInput): string | number {
  const { verdict, shift } = granule(kernel, input);
  return verdict === 'mapped' ? (shift ?? 'no size') : `${verdict} ${shift ?? ''}`.trim();
}

describe('exercise 24', () => {
  it('PFNMAP Device, any slot, host leaf 4K, 2M, 1G, walk error: 4K, 2M, 2M, retry', () => {
    const answers = [12, 21, 30].map((hostMappingShift) =>
      size('v7.3', { vma: DEVICE, hostMappingShift: hostMappingShift as 12 }),
    );
    expect(answers).toEqual([12, 21, 21]);
    expect(size('v7.3', { vma: DEVICE, hostWalkFails: true })).toBe('retry');
  });

  it('cacheable PFNMAP, host leaf 2M, a slot that allows none: 4K', () => {
    const input = { vma: CACHEABLE, hostMappingShift: 21, slotMaxShift: 12 } as const;
    expect(size('v7.3', input)).toBe(12);
    expect(size('v7.3', { ...input, hostWalkFails: true })).toBe(12);
  });
});

describe('the leaf of user space', () => {
  const block = { hostMappingShift: 30 } as const;

  it('lifts RAM in every kernel, to a PMD at most', () => {
    for (const kernel of KERNELS) expect(size(kernel, { ...RAM, ...block })).toBe(21);
  });

  it('lifts a cacheable PFNMAP since v6.17, a Device one since v7.3', () => {
    expect(KERNELS.map((kernel) => size(kernel, { vma: CACHEABLE, ...block }))).toEqual([
      12, 21, 21,
    ]);
    expect(KERNELS.map((kernel) => size(kernel, { vma: DEVICE, ...block }))).toEqual([12, 12, 21]);
  });

  it('is not asked where a page is forced', () => {
    const walk = { hostWalkFails: true };
    for (const kernel of KERNELS) {
      expect(size(kernel, { ...RAM, ...walk })).toBe('retry');
      expect(size(kernel, { ...RAM, ...walk, dirtyLogging: true })).toBe(12);
      expect(size(kernel, { ...RAM, ...walk, vmaPageShift: 16 })).toBe(12);
      expect(size(kernel, { ...RAM, ...walk, vmaPageShift: 21, slotMaxShift: 12 })).toBe(12);
      expect(size(kernel, { ...RAM, ...walk, nestedBlockShift: 12 })).toBe(12);
    }
  });
});

describe('what the VMA offers', () => {
  const offered = [12, 16, 21, 25, 30] as const;
  const at = (slotMaxShift: 12 | 21 | 30) =>
    offered.map((vmaPageShift) => size('v7.3', { ...RAM, vmaPageShift, slotMaxShift }));

  it('is taken as far as the slot permits; contiguous entries count as less', () => {
    expect(at(30)).toEqual([12, 12, 21, 21, 30]);
    expect(at(21)).toEqual([12, 12, 21, 21, 21]);
    expect(at(12)).toEqual([12, 12, 12, 12, 12]);
  });

  it('is a PMD at most on a pKVM host', () => {
    const pkvm = { ...RAM, pkvmHost: true } as const;
    expect(size('v7.3', { ...pkvm, vmaPageShift: 30 })).toBe(21);
    expect(size('v6.17', { ...pkvm, vmaPageShift: 30, slotMaxShift: 12 })).toBe(12);
    expect(size('v6.17', { ...pkvm, hostMappingShift: 30 })).toBe(21);
  });

  it('starts the block where the block starts', () => {
    const of = (vmaPageShift: 12 | 21 | 30) => {
      const { ipaBack, pfnBack } = granule('v6.17', { ...RAM, vmaPageShift, gfn: GFN });
      return [ipaBack, pfnBack];
    };
    expect([of(12), of(21), of(30)]).toEqual([
      [0, 0],
      [0x145, 0x145],
      [0x12345, 0x12345],
    ]);
  });
});

describe('the steps', () => {
  const inputs = (kernel: Kernel, input: GranuleInput, check: RegExp) =>
    granule(kernel, input).because.find((step) => check.test(step.check))?.inputs;

  it('say what kept a page from growing: the memory type only where the kernel asks for it', () => {
    const may = /== PAGE_SIZE &&/;
    const page = { shift: 12, forcePage: false };
    const old = { ...page, forceNoncacheable: true };
    expect(KERNELS.map((kernel) => inputs(kernel, { vma: DEVICE }, may))).toEqual([old, old, page]);
  });

  it('say which leaf a permission fault hit', () => {
    const kept = /fault_granule > PAGE_SIZE/;
    expect(inputs('v6.17', RAM, kept)).toEqual({ permissionFault: false });
    const faultGranuleShift = 21;
    const hit = { permissionFault: true, faultGranuleShift };
    expect(inputs('v6.17', { ...RAM, faultGranuleShift }, kept)).toEqual(hit);
  });
});

describe('the leaf of a guest hypervisor', () => {
  it('caps the size, rounded down to a size of the host', () => {
    const cap = (nestedBlockShift: number) =>
      size('v7.3', { ...RAM, vmaPageShift: 30, nestedBlockShift });
    expect([12, 14, 16, 21, 25, 29, 30].map(cap)).toEqual([12, 12, 12, 21, 21, 21, 30]);
  });

  it('turns a page that could grow into one that cannot', () => {
    const grows = { ...RAM, hostMappingShift: 21 } as const;
    for (const kernel of KERNELS) {
      expect(size(kernel, { ...grows, nestedBlockShift: 21 })).toBe(21);
      expect(size(kernel, { ...grows, nestedBlockShift: 16 })).toBe(12);
    }
  });

  it('does not free a page that dirty logging forces', () => {
    const logged = { ...RAM, dirtyLogging: true, hostMappingShift: 21 } as const;
    expect(size('v7.3', { ...logged, nestedBlockShift: 30 })).toBe(12);
  });
});

describe('a permission fault', () => {
  it('on a leaf of the wanted size relaxes it', () => {
    expect(size('v7.3', { ...RAM, faultGranuleShift: 12 })).toBe('relaxed 12');
    expect(size('v7.3', { ...RAM, vmaPageShift: 21, faultGranuleShift: 21 })).toBe('relaxed 21');
    expect(size('v7.3', { ...RAM, vmaPageShift: 21, faultGranuleShift: 30 })).toBe(21);
    expect(size('v7.3', { ...RAM, vmaPageShift: 21, faultGranuleShift: 12 })).toBe(21);
  });

  it('on a larger leaf keeps it where the page is not forced, without aligning the address', () => {
    const kept = granule('v7.3', { ...RAM, faultGranuleShift: 30, gfn: GFN });
    expect(kept).toMatchObject({ verdict: 'relaxed', shift: 30, ipaBack: 0, pfnBack: null });
    const logged = { ...RAM, faultGranuleShift: 30, dirtyLogging: true } as const;
    expect(size('v7.3', logged)).toBe(12);
    const aligned = { ...RAM, vmaPageShift: 21, faultGranuleShift: 21, gfn: GFN } as const;
    expect(granule('v7.3', aligned)).toMatchObject({ ipaBack: 0x145, pfnBack: null });
  });

  it('on a non-cacheable block splits it until v6.17, and keeps it in v7.3', () => {
    const answers = KERNELS.map((kernel) =>
      size(kernel, { vma: DEVICE, faultGranuleShift: 21, hostMappingShift: 12 }),
    );
    expect(answers).toEqual([12, 12, 'relaxed 21']);
  });
});

it('a fault without a VMA has no size', () => {
  expect(granule('v7.3', { vma: null as never }).error?.code).toBe('not-an-object');
});

const shift = fc.constantFrom<12 | 21 | 30>(12, 21, 30);
const translation = {
  vma: fc.record({ vmPfnmap: fc.boolean(), attrIndx: fc.integer({ min: 0, max: 7 }) }),
  pfnIsMapMemory: fc.boolean(),
  dirtyLogging: fc.boolean(),
  slotMaxShift: shift,
  hostMappingShift: shift,
  hostWalkFails: fc.boolean(),
  gfn: fc.integer({ min: 0, max: 2 ** 40 }),
  nestedBlockShift: fc.constantFrom(12, 14, 16, 21, 25, 29, 30),
};
const offer = fc.constantFrom<12 | 16 | 21 | 25 | 30>(12, 16, 21, 25, 30);
const offersPages = fc.record(translation, { requiredKeys: ['vma'] });
const question = fc.record(
  { ...translation, vmaPageShift: offer, faultGranuleShift: shift },
  { requiredKeys: ['vma'] },
);

describe('every mapping', () => {
  it('is no larger than slot and L1 leaf permit, and a page under dirty logging', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KERNELS), question, (kernel, input) => {
        const { verdict, shift: mapped, ipaBack, pfnBack } = granule(kernel, input);
        if (verdict !== 'mapped' || mapped === null) return;
        expect(mapped).toBeLessThanOrEqual(input.slotMaxShift ?? 30);
        expect(mapped).toBeLessThanOrEqual(input.nestedBlockShift ?? 30);
        expect(input.dirtyLogging === true && mapped !== 12).toBe(false);
        expect(ipaBack).toBe((input.gfn ?? 0) % 2 ** (mapped - 12));
        expect(pfnBack).toBe(ipaBack);
      }),
    );
  });

  it('of a PFNMAP that offers pages is a PMD at most, and never a block in v6.16', () => {
    fc.assert(
      fc.property(offersPages, (rest) => {
        const input = { ...rest, vma: { ...rest.vma, vmPfnmap: true }, pfnIsMapMemory: false };
        expect(granule('v7.3', input).shift ?? 12).toBeLessThanOrEqual(21);
        expect(granule('v6.16', input).shift).toBe(12);
      }),
    );
  });
});

describe('handleFault with sizes', () => {
  const fault = { fwb: true, dic: true, access: 'write' } as const;

  it('answers as granule does', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KERNELS), question, (kernel, input) => {
        const { vma, pfnIsMapMemory, dirtyLogging, nestedBlockShift, ...sizes } = input;
        const alone = granule(kernel, input);
        const { mapping, verdict } = handleFault(kernel, {
          ...fault,
          vma,
          pfnIsMapMemory: pfnIsMapMemory ?? false,
          dirtyLogging: dirtyLogging ?? false,
          permissionFault: sizes.faultGranuleShift !== undefined,
          size: sizes,
          nested: nestedBlockShift === undefined ? null : { blockShift: nestedBlockShift },
        });
        const { shift: mapped, ipaBack, pfnBack } = alone;
        expect(verdict).toBe(alone.verdict);
        expect(mapping?.size ?? null).toEqual(
          mapped === null ? null : { shift: mapped, ipaBack, pfnBack },
        );
      }),
    );
  });

  it('retries a failing walk before the MTE check of v6.17, after that of v7.3', () => {
    const input = {
      ...fault,
      vma: { vmPfnmap: true },
      vmHasMte: true,
      size: { hostWalkFails: true },
    };
    expect(handleFault('v6.17', input).verdict).toBe('retry');
    expect(handleFault('v7.3', input).errno).toBe('EFAULT');
    expect(handleFault('v6.17', input).pageReleased).toBe('unused');
  });

  it('says nothing about the size where it was not asked', () => {
    expect(handleFault('v7.3', { ...fault, vma: {} }).mapping?.size).toBeNull();
  });
});
