import { z } from 'astro/zod';
import { readEntries, type ListKind } from './entries.ts';
import { checkDataSources } from './data-sources.ts';
import type { Problem } from '../problems.ts';

const sentence = z.string().regex(/^\S.{9,}[.?]$/);

/** One entry of `content/data/open.json`. */
const openPoint = z.strictObject({
  /** What is not known, as a statement. */
  statement: sentence.meta({
    description: 'a sentence of at least ten letters',
    examples: ['"Whether a CVE was assigned is not known."'],
  }),
  /** Why it is not known. */
  why: sentence.meta({
    description: 'a sentence of at least ten letters',
    examples: ['"No such number was found."'],
  }),
  /** Where an answer was looked for: trees, runs, lists of mails. */
  searched: sentence.meta({
    description: 'a sentence of at least ten letters',
    examples: ['"The source of 7.3.4 and our own runs."'],
  }),
  /** What would settle it. */
  settle: sentence.meta({
    description: 'a sentence of at least ten letters',
    examples: ['"A look into the list of CVE numbers of the kernel."'],
  }),
  /** What was read on it. */
  source: z
    .array(z.string())
    .meta({ description: 'a list of source ids, which may be empty', examples: ['["C3"]'] }),
});

export type OpenPoint = z.output<typeof openPoint>;

const KIND = {
  name: 'open',
  schema: openPoint,
  one: 'open point',
  many: 'open points',
  key: 'statement',
  numbered: true,
  optional: true,
  syntax: 'data-syntax',
  field: 'data-field',
} as const satisfies ListKind<typeof openPoint>;

/** Reads what the book says that it does not know. */
export function readOpenPoints(
  content: string,
  sources: ReadonlySet<string>,
): { points: OpenPoint[]; problems: Problem[] } {
  const { entries, problems } = readEntries(content, KIND);
  const unknown = entries.flatMap((entry) =>
    checkDataSources(entry, entry.value?.source ?? [], 'source', sources),
  );
  return {
    points: entries.flatMap(({ value }) => value ?? []),
    problems: [...problems, ...unknown],
  };
}
