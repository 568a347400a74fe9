import type { Subject } from './case/subject.ts';
import type { ReasonId } from './reasons/reason.ts';
import type { Row } from './reasons/words.ts';

const CALLS: ReadonlySet<Subject> = new Set(['memslot', 'run', 'iommu']);

/** What an end of a subject leaves, in the order of trying. */
export function leavesOf(
  rows: readonly Row[],
  of: Subject,
  end: string | null,
): readonly ReasonId[] {
  const own = rows.filter((row) => row.of === of && fits(row, end));
  const found = own.length === 0 && of === 'errno' ? rows.filter((row) => hasError(row, end)) : own;
  return [...new Set(found.flatMap(({ leaves }) => leaves))];
}

/** Reasons that look like those of a complaint: all of its subject, and those with the same error. */
export function relativesOf(
  rows: readonly Row[],
  of: Subject,
  end: string | null,
): readonly ReasonId[] {
  const kin: readonly Subject[] = of === 'log' || of === 'signal' ? ['log', 'signal'] : [of];
  const found = rows.filter((row) => kin.includes(row.of) || (end !== null && hasError(row, end)));
  const ids = found.flatMap(({ leaves }) => leaves);
  const alignment: ReasonId[] =
    kin.length > 1 && rows.length > 0 ? ['run-alignment', 'run-status'] : [];
  return [...new Set([...ids, ...alignment])];
}

function fits({ ends }: Row, end: string | null): boolean {
  return ends === null || end === null || ends.includes(end);
}

function hasError({ of, ends }: Row, end: string | null): boolean {
  return CALLS.has(of) && end !== null && (ends?.includes(end) ?? /^E[A-Z]/.test(end));
}
