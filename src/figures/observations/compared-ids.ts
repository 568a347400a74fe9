import { caseIds } from '../../observations/runs.ts';
import type { Recorded, RecordedCase } from '../../observations/schema.ts';
import { typedApartIds } from './observed-table.ts';

/** Cases that differ in the VMA alone: the guest reads, with its MMU off, and nothing else is done. */
function isPlainLoad({ second, then, slot, guest, id }: RecordedCase): boolean {
  const plain = second === null && then === null && (slot?.flags.length ?? 0) === 0;
  return plain && id.endsWith('-load') && !/-(readonly|unaligned)-/.test(id) && guest?.mmu !== true;
}

/** What kernels are compared by: a read of each VMA, and of each whose entries may be typed apart. */
export function comparedIds(runs: readonly Recorded[]): readonly string[] {
  const plain = new Set(runs.flatMap(({ cases }) => cases.filter(isPlainLoad).map(({ id }) => id)));
  const apart = new Set(typedApartIds(runs));
  return caseIds(runs).filter((id) => plain.has(id) || apart.has(id));
}
