import type { SlotFields, Vma } from '../read/seen.ts';
import { overlaps } from './overlaps.ts';

/** The flags of the memory behind the slot, as smaps or a choice shows them. */
export interface Mapping {
  readonly flags: readonly string[];
  readonly line: number | null;
}

/**
 * Flags of the mappings under the slot; of all that are shown where none is known to be. Null where
 * no flags are shown, or only those of mappings elsewhere.
 */
export function mappingOf(
  vmas: readonly Vma[],
  slot: SlotFields,
  chosen: string | null,
): Mapping | null {
  if (chosen !== null) return { flags: chosen.split(' ').filter(Boolean), line: null };
  const { userspaceAddr, memorySize } = slot;
  const under = vmas.filter(
    ({ start, end }) =>
      start !== null &&
      end !== null &&
      overlaps(start, end - start, userspaceAddr, memorySize ?? 1n),
  );
  const elsewhere = userspaceAddr !== null && vmas.every(({ start }) => start !== null);
  const shown = under.length > 0 || elsewhere ? under : vmas;
  const last = shown.at(-1);
  if (!last) return null;
  return { flags: [...new Set(shown.flatMap(({ flags }) => flags))], line: last.line };
}
