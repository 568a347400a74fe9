import type { Question } from '../../model/index.ts';
import { questionsOf, WATCHED } from './functions.ts';

/** The text of the watched functions in one kernel package, as hashes. Plain data. */
export interface KernelText {
  /** The Debian package of the source. */
  readonly package: string;
  /** Its version, `7.3.4-1~bpo13+1`. */
  readonly version: string;
  readonly suite: string;
  /** SHA-256 of each function without its comments, its first 16 digits; null where there is none. */
  readonly functions: Readonly<Record<string, string | null>>;
}

/** What was read when the rules were made and later. Plain data. */
export interface TextRecord {
  /** The day of the run, `2026-12-01`. */
  readonly date: string;
  /** The kernels that the rules were held against, by observation. */
  readonly held: readonly KernelText[];
  /** Others that were read beside them. */
  readonly others: readonly KernelText[];
}

/** A change of one function that somebody read. Plain data. */
export interface ReadChange {
  readonly name: string;
  /** Hashes of the two texts; null where there was none before, or is none any more. */
  readonly from: string | null;
  readonly to: string | null;
  /** Whether what the model asks is answered as before. */
  readonly answers: 'same' | 'other';
  readonly says: string;
}

/** How the text of one kernel differs from that of another. Plain data. */
export interface Drift {
  readonly from: KernelText;
  readonly to: KernelText;
  /** What was read of the changes. */
  readonly read: readonly ReadChange[];
  /** How many of the watched functions either has. */
  readonly of: number;
  readonly changed: readonly string[];
  readonly gone: readonly string[];
  readonly added: readonly string[];
  /** The questions behind a change that nobody has read. */
  readonly doubt: readonly Question[];
}

/** The version of Linux in the version of a package, `7.3.4`; the whole where it has none. */
export const linuxOf = (version: string): string => /^\d+(?:\.\d+)*/.exec(version)?.[0] ?? version;

/** The series, `7.3`. */
export const seriesOf = (version: string): string =>
  linuxOf(version).split('.').slice(0, 2).join('.');

/** Which of two versions of Linux is newer, part by part, as sort() wants it. */
export function byAge(a: string, b: string): number {
  const [one, other] = [linuxOf(a).split('.'), linuxOf(b).split('.')];
  for (let i = 0; i < Math.max(one.length, other.length); i++) {
    const less = Number(one[i] ?? 0) - Number(other[i] ?? 0);
    if (less !== 0) return less;
  }
  return 0;
}

/** drift compares the text of two kernels, function by function, with what was read of their changes. */
export function drift(from: KernelText, to: KernelText, known: readonly ReadChange[] = []): Drift {
  const pairs = WATCHED.map((name) => ({
    name,
    old: from.functions[name] ?? null,
    now: to.functions[name] ?? null,
  }));
  const named = (keep: (old: string | null, now: string | null) => boolean) =>
    pairs.filter(({ old, now }) => old !== now && keep(old, now)).map(({ name }) => name);
  const changed = named((old, now) => old !== null && now !== null);
  const gone = named((_, now) => now === null);
  const added = named((old) => old === null);
  const read = known.filter((one) =>
    pairs.some(
      ({ name, old, now }) =>
        name === one.name && old !== now && old === one.from && now === one.to,
    ),
  );
  const isRead = (name: string) => read.some((one) => one.name === name);
  const unread = [...changed, ...gone, ...added].filter((name) => !isRead(name));
  return {
    from,
    to,
    read,
    of: pairs.filter(({ old, now }) => old !== null || now !== null).length,
    changed,
    gone,
    added,
    doubt: [...new Set(unread.flatMap(questionsOf))].sort(),
  };
}

/**
 * nearest compares a kernel with the held one that it is most like: that of its series, or else the one with
 * the fewest functions of another text. Null where none is held.
 */
export function nearest(
  { held }: TextRecord,
  text: KernelText,
  known: readonly ReadChange[] = [],
): Drift | null {
  const same = held.filter((one) => seriesOf(one.version) === seriesOf(text.version));
  const among = (same.length > 0 ? same : held).map((one) => drift(one, text, known));
  return among.toSorted((a, b) => touchedBy(a) - touchedBy(b))[0] ?? null;
}

/** How many functions are not as they were. */
export const touchedBy = ({ changed, gone, added }: Drift): number =>
  changed.length + gone.length + added.length;

/** What a drift means, in lines for a terminal. */
export function driftInWords(one: Drift): string[] {
  const { from, to, of, changed, gone, added, read, doubt } = one;
  const [old, now] = [linuxOf(from.version), linuxOf(to.version)];
  if (touchedBy(one) === 0) return [`Linux ${now}: all ${of} functions as in ${old}`];
  const list = (word: string, names: readonly string[]) => {
    const unread = names.filter((name) => read.every((known) => known.name !== name));
    return unread.length === 0 ? [] : [`  ${word}: ${unread.join(', ')}`];
  };
  return [
    `Linux ${now}: ${touchedBy(one)} of ${of} functions are not as in ${old}`,
    ...read.map(({ name, answers, says }) => `  ${name}, read, ${ANSWERS[answers]}: ${says}`),
    ...list('other text', changed),
    ...list('gone', gone),
    ...list('new', added),
    ...(doubt.length === 0 ? [] : [`  in doubt until they are read: ${doubt.join(', ')}`]),
  ];
}

/** In words: whether the answers are the same. */
export const ANSWERS: Readonly<Record<ReadChange['answers'], string>> = {
  same: 'the same answers',
  other: 'other answers',
};
