import type { RecordedCase } from '../../observations/schema.ts';

type RecordedVma = RecordedCase['vma'];

const HIDDEN = new Set(['VM_READ', 'VM_WRITE', 'VM_EXEC', 'VM_SHARED']);

/** The flags of a VMA that tell the kinds apart. */
export const flagsOf = ({ flags }: RecordedVma): readonly string[] =>
  flags.filter((flag) => !HIDDEN.has(flag));

/** The flag by which KVM knows memory of a driver. */
export const kindOf = ({ flags }: RecordedVma): string =>
  ['VM_PFNMAP', 'VM_MIXEDMAP'].find((flag) => flags.includes(flag)) ?? 'neither flag';

const MEMORIES: Readonly<Record<RecordedVma['memory'], string>> = {
  hole: 'outside the linear map',
  ram: 'RAM',
  anonymous: 'anonymous',
  device: 'a device',
};

export const memoryWords = ({ memory }: RecordedVma): string => MEMORIES[memory];

const MADE: Readonly<Record<RecordedVma['by'], string>> = {
  remap: 'mapped at mmap()',
  fault: 'mapped at the fault',
  anonymous: 'anonymous',
  memfd: 'memfd',
  device: 'a file of a device',
};

/** How the VMA is made, and of which size. */
export const madeWords = ({ by, size }: RecordedVma): string =>
  `${MADE[by]}${size === '2M' ? ', 2 MiB' : ''}`;

/** The protection of the VMA. */
export const protectionWords = ({ pgprot }: RecordedVma): string => pgprot ?? 'not known';
