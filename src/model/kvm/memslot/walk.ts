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
  if (slot === null) return all;
  const under = ({ vma: { start, end } }: Visited): boolean =>
    start === null || end === null || (start < slot.end && end > slot.start);
  return all.filter(under).sort((a, b) => (a.vma.start ?? 0) - (b.vma.start ?? 0));
}

/** What is wrong with the ranges of the input, or null. */
export function rangeError(q: SlotQuery): ModelError | null {
  if (q.slot !== null && q.slot.start >= q.slot.end) {
    return contradiction('slot', q.slot, 'start before end', 'slot: { start: 2, end: 6 }');
  }
  if (q.vmas.every(({ start, end }) => start === null && end === null)) return null;
  const sample = 'slot: { start: 2, end: 6 }, vmas: [{ start: 0, end: 3 }]';
  const ranges = q.vmas.flatMap(({ start, end }) =>
    start === null || end === null ? [] : { start, end },
  );
  if (q.slot === null || ranges.length < q.vmas.length) {
    return contradiction(
      'vmas',
      q.vmas,
      'start and end on every VMA and a slot, or on none',
      sample,
    );
  }
  ranges.sort((a, b) => a.start - b.start);
  const wrong = ranges.some(
    ({ start, end }, i) => start >= end || end > (ranges[i + 1]?.start ?? Infinity),
  );
  return wrong
    ? contradiction('vmas', q.vmas, 'ranges that are not empty and do not overlap', sample)
    : null;
}

function contradiction(place: string, value: unknown, wanted: string, sample: string): ModelError {
  return inputError('contradiction', place, value, wanted, sample, `Give ${wanted}.`);
}
