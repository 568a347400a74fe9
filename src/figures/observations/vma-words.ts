import { attrIndxName } from '../../model/index.ts';
import type { RecordedCase } from '../../observations/schema.ts';

export type RecordedVma = RecordedCase['vma'];

/** Flags that every VMA of the lab has, or that tell no two of them apart. */
const COMMON = new Set(['VM_READ', 'VM_WRITE', 'VM_EXEC', 'VM_SHARED']);

/** The flags by which KVM tells VMAs apart. */
export function flagsOf({ flags }: RecordedVma): readonly string[] {
  const own = flags.filter((flag) => !COMMON.has(flag));
  // remap_pfn_range() and its like set both; VM_IO says something only beside VM_MIXEDMAP.
  return own.includes('VM_PFNMAP') ? own.filter((flag) => flag !== 'VM_IO') : own;
}

const MADE: Readonly<Record<RecordedVma['by'], string>> = {
  remap: 'at mmap()',
  fault: 'at the fault',
  page: 'at mmap()',
  anonymous: '',
  memfd: 'memfd',
  device: '',
};

const sizeWords = ({ size, frames }: RecordedVma): readonly string[] => [
  ...(size === '2M' ? ['2\u00a0MiB'] : []),
  ...(frames === 'repeated' ? ['frames repeat'] : []),
];

/** When the VMA is filled, and of which size it is. */
export const madeWords = (vma: RecordedVma): readonly string[] =>
  [MADE[vma.by], ...sizeWords(vma)].filter(Boolean);

/** The protection of the VMA, and that of its entries where the lab makes them of another. */
export function protectionWords({ pgprot, attrIndx, entry }: RecordedVma): string {
  const own = pgprot ?? (attrIndx === null ? 'not known' : attrIndxName(attrIndx));
  return entry === null ? own : `${own}, entries ${entry}`;
}

/**
 * What a VMA is, where its family does not say it: flags, memory, protection and size. When it is
 * filled is said where it is not as usual: VM_PFNMAP at mmap(), VM_MIXEDMAP at the fault.
 */
export function vmaWords(vma: RecordedVma, protection = protectionWords(vma)): readonly string[] {
  if (vma.memory === 'anonymous') return ['anonymous', ...sizeWords(vma)];
  const [first = 'no flag', ...more] = flagsOf(vma);
  const kind = vma.memory === 'ram' ? `${first} over RAM` : first;
  const usual = first === 'VM_MIXEDMAP' ? 'fault' : 'remap';
  const made = vma.by === usual || vma.by === 'device' || vma.entry !== null ? '' : MADE[vma.by];
  return [kind, ...more, protection, made, ...sizeWords(vma)].filter(Boolean);
}
