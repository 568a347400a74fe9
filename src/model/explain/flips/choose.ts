import type { Candidate } from './changes.ts';

/**
 * Every choice of `size` changes of different fields, each in the order of `all`: no change inside a
 * VMA that is replaced, and none inside one that is not there, unless it is added.
 */
export function* choose(all: readonly Candidate[], size: number): Generator<Candidate[]> {
  for (const changes of combined(all, size, 0)) {
    const added = ({ needs }: Candidate): boolean =>
      needs === undefined || changes.some(({ field }) => field === needs);
    if (changes.every(added)) yield changes;
  }
}

function* combined(all: readonly Candidate[], size: number, from: number): Generator<Candidate[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let i = from; i < all.length; i++) {
    const first = all[i] as Candidate;
    for (const rest of combined(all, size - 1, i + 1)) {
      if (rest.every((other) => !overlaps(first, other))) yield [first, ...rest];
    }
  }
}

/** A record that is added and what is then changed inside it go together. */
function overlaps({ field: a }: Candidate, { field: b, needs }: Candidate): boolean {
  if (needs !== undefined && needs === a) return false;
  return a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
}
