import { source, type Source } from '../../../book/index.ts';
import type { Listed } from '../timeline-list.ts';

/** What a mark stands for; each has a shape of its own. */
export const MARK_KINDS = ['mail', 'posting', 'commit', 'release', 'other'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** Path, on a grid of 10 by 10, and what the sign is called. */
export const MARKS: Readonly<Record<MarkKind, { d: string; words: string }>> = {
  mail: { d: 'M5 1a4 4 0 1 0 .001 0z', words: 'mail' },
  posting: { d: 'M.5.5h9v9h-9z', words: 'posting of a series' },
  commit: { d: 'M5-.3 10.3 5 5 10.3-.3 5z', words: 'commit' },
  release: { d: 'M5 0l5 9.5H0z', words: 'release' },
  other: { d: 'M5 1.75a3.25 3.25 0 1 0 .001 0z', words: 'page, or words known through others' },
};

/** A mark: somebody did something on a day. */
export interface Mark {
  readonly entry: Listed;
  readonly person: string;
  readonly kind: MarkKind;
  /** The source that the mark is, where it is one. */
  readonly id?: string;
}

/** Dates that may be the same day: one is a part of the other. */
const meets = (one: string, other: string): boolean =>
  one.startsWith(other) || other.startsWith(one);

const isOwn = (found: Source, person: string, date: string): boolean =>
  found.author.includes(person) && found.date !== null && meets(found.date, date);

/**
 * The marks of an entry: one for each mail and commit that it names by somebody who acts in it, from
 * its day; one for a posting, whose patches come together; one for whoever is left without.
 */
export function marksOf(entry: Listed): Mark[] {
  return entry.people.flatMap((person): Mark[] => {
    if (entry.kind === 'posting') return [{ entry, person, kind: 'posting' }];
    if (/^Linux \d/.test(person)) return [{ entry, person, kind: 'release' }];
    const own = entry.source.flatMap((id): Mark[] => {
      const found = source(id);
      if (found === undefined || !isOwn(found, person, entry.date)) return [];
      const { kind } = found;
      return kind === 'mail' || kind === 'commit' ? [{ entry, person, kind, id }] : [];
    });
    return own.length > 0 ? own : [{ entry, person, kind: 'other' }];
  });
}
