import { attrIndxName } from '../../model/index.ts';
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
  page: 'ordinary pages, mapped at mmap()',
  anonymous: 'anonymous',
  memfd: 'memfd',
  device: 'a file of a device',
};

/** How the VMA is made, and of which size. */
export const madeWords = ({ by, size, frames }: RecordedVma): string =>
  [
    MADE[by],
    ...(size === '2M' ? ['2 MiB'] : []),
    ...(frames === 'repeated' ? [REPEATED] : []),
  ].join(', ');

const REPEATED = 'its second half shows the frames of the first';

/** The protection of the VMA, and that of its entries where the lab makes them of another. */
export function protectionWords({ pgprot, attrIndx, entry }: RecordedVma): string {
  const own = pgprot ?? (attrIndx === null ? 'not known' : attrIndxName(attrIndx));
  return entry === null ? own : `${own}, entries ${entry}`;
}
