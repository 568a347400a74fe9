import { granule, vmaPageShift } from '../../../model/index.ts';
import type { Kernel } from '../../../model/index.ts';
import type { Values } from '../../form/field.ts';

/** log2 of a size in bytes. */
export type Shift = 12 | 16 | 21 | 30;

export const SIZES: Readonly<Record<Shift, string>> = {
  12: '4 KB',
  16: '64 KB',
  21: '2 MB',
  30: '1 GB',
};

/** One layer of the wall. */
export interface Layer {
  readonly name: string;
  readonly shift: Shift;
  /** Whether KVM asked it on the way to this answer. */
  readonly asked: boolean;
}

/** Three that have a say, and what KVM maps. */
export interface Wall {
  readonly layers: readonly Layer[];
  readonly mapped: Shift;
}

/** A VMA of cacheable PFNMAP memory that is large enough for a block around the address. */
const VMA = { vmPfnmap: true, attrIndx: 'MT_NORMAL' } as const;
const RANGE = { vmStart: 512, vmEnd: 2048, hva: 1000 } as const;

/** `vm_pgoff` in pages: a multiple of 2 MB, and one that is none. */
const PGOFF: Readonly<Record<string, number>> = { aligned: 512, odd: 3 };

const shiftOf = (value: number | null | undefined): Shift => (value === 16 ? 16 : leafOf(value));

/** The size of a leaf; 64 KB is none. */
const leafOf = (value: number | null | undefined): Exclude<Shift, 16> =>
  value === 21 || value === 30 ? value : 12;

/** wallOf asks what the VMA offers, and then what KVM maps. */
export function wallOf(values: Values): Wall {
  const kernel = (values['kernel'] ?? 'v7.3') as Kernel;
  const vmPgoff = PGOFF[values['pgoff'] ?? ''] ?? 512;
  const offers = vmaPageShift(kernel, { vmPfnmap: true, ...RANGE, vmPgoff });
  const slot = leafOf(Number(values['slot']));
  const host = leafOf(Number(values['leaf']));
  const answer = granule(kernel, {
    vma: VMA,
    vmaPageShift: shiftOf(offers.shift),
    slotMaxShift: slot,
    hostMappingShift: host,
  });
  const looksAt = (field: string): boolean =>
    [...offers.because, ...answer.because].some(({ inputs }) => field in inputs);
  return {
    layers: [
      { name: 'the VMA offers', shift: shiftOf(offers.shift), asked: looksAt('vmStart') },
      { name: 'the memslot allows', shift: slot, asked: looksAt('slotMaxShift') },
      { name: 'the host has mapped', shift: host, asked: looksAt('hostMappingShift') },
    ],
    mapped: shiftOf(answer.shift),
  };
}
