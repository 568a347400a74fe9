import { inputError } from '../../base/diagnose.ts';
import type { ModelError } from '../../base/error.ts';
import type { FullVma } from '../vma/vma.ts';
import type { SlotQuery } from './input.ts';

/** A VMA that the hook looks at, with its place in the input's list. */
export interface Visited {
  readonly vma: FullVma;
  readonly index: number;
}

/**
 * The VMAs that the hook looks at: every one that meets the slot's range, in ascending order;
 * holes are skipped. Without ranges all of them are taken to lie under the slot, in list order.
 * Source: CODE617, CODE734 (find_vma_intersection).
 */
export function vmasUnderSlot(q: SlotQuery): readonly Visited[] {
  const all = q.vmas.map((vma, index) => ({ vma, index }));
  const { slot } = q;
  if (slot === null || all.every(({ vma }) => vma.start < 0)) return all;
  return all
    .filter(({ vma }) => vma.start < slot.end && vma.end > slot.start)
    .sort((a, b) => a.vma.start - b.vma.start);
}

/** What is wrong with the ranges of the input, or null. */
export function rangeError(q: SlotQuery): ModelError | null {
  if (q.slot !== null && q.slot.start >= q.slot.end) {
    return contradiction('slot', q.slot, 'start before end', 'slot: { start: 2, end: 6 }');
  }
  const ranged = q.vmas.filter((vma) => vma.start >= 0 || vma.end >= 0);
  if (ranged.length === 0) return null;
  const sample = 'slot: { start: 2, end: 6 }, vmas: [{ start: 0, end: 3 }]';
  if (
    q.slot === null ||
    ranged.length < q.vmas.length ||
    ranged.some((vma) => vma.start < 0 || vma.end < 0)
  ) {
    return contradiction(
      'vmas',
      q.vmas,
      'start and end on every VMA and a slot, or on none',
      sample,
    );
  }
  const sorted = [...ranged].sort((a, b) => a.start - b.start);
  const wrong = sorted.some(
    (vma, i) => vma.start >= vma.end || vma.end > (sorted[i + 1]?.start ?? Infinity),
  );
  return wrong
    ? contradiction('vmas', q.vmas, 'ranges that are not empty and do not overlap', sample)
    : null;
}

function contradiction(place: string, value: unknown, wanted: string, sample: string): ModelError {
  return inputError('contradiction', place, value, wanted, sample, `Give ${wanted}.`);
}
