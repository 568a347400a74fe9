import type { Chapter } from '../../book/index.ts';

const WORD = { guide: 'Chapter', reference: 'Reference' } as const;

/**
 * Where a chapter stands, how long it takes and whom it is for: “Chapter 9 of 35, 12 min, for
 * newcomers”. `all` are the chapters of its section, in their order.
 */
export function placing(chapter: Chapter, all: readonly Chapter[]): string {
  const n = all.findIndex(({ route }) => route === chapter.route) + 1;
  const place = `${WORD[chapter.section]} ${n} of ${all.length}`;
  return [place, `${chapter.minutes} min`, `for ${readers(chapter)}`].join(', ');
}

/** Whom a chapter is for: “newcomers and engineers”. */
export function readers({ reader }: Pick<Chapter, 'reader'>): string {
  const names = reader.map((one) => `${one}s`);
  const last = names.at(-1) ?? '';
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last;
}
