import { z } from 'astro/zod';
import { STATUSES } from '../page/claims.ts';
import type { Problem } from '../problems.ts';
import { checkDataSources } from './data-sources.ts';
import { readEntries, type ListKind } from './entries.ts';

/**
 * What a stale copy does: a leak shows what memory held before, a reversal lets an old line land on
 * newer data; integrity: what was checked is not what is used; tables: an IOMMU reads old tables.
 */
export const ADVISORY_KINDS = ['leak', 'reversal', 'integrity', 'tables'] as const;

const sentence = z
  .string()
  .regex(/^\S.{9,}\.$/)
  .meta({
    description: 'a sentence of at least ten letters that ends with a full stop',
    examples: ['"The clean came before the scrub."'],
  });
const words = z
  .string()
  .min(1)
  .meta({ description: 'what it was, in a few words', examples: ['"the record"'] });

/** One entry of `content/data/advisories.json`. */
const advisory = z.strictObject({
  /** What it is called: an advisory of the project, else the number, else who had it. */
  name: z
    .string()
    .min(1)
    .meta({ description: 'a name of the advisory', examples: ['"XSA-364"'] }),
  /** CVE numbers; empty where none was found. */
  number: z.array(z.string().regex(/^CVE-\d{4}-\d{4,}$/)).meta({
    description: 'a list of CVE numbers, which may be empty',
    examples: ['["CVE-2021-26933"]'],
  }),
  where: words.meta({ description: 'whose code it is', examples: ['"Xen on Arm"'] }),
  /** When it became public, or, where nothing was published, when the mail or commit is of. */
  date: z
    .string()
    .regex(/^\d{4}-\d{2}(?:-\d{2})?$/)
    .meta({ description: 'a date as YYYY-MM-DD, or YYYY-MM', examples: ['"2021-02-16"'] }),
  kind: z
    .enum(ADVISORY_KINDS)
    .meta({ description: `one of ${ADVISORY_KINDS.join(', ')}`, examples: ['"leak"'] }),
  happened: sentence,
  mended: sentence,
  /** What the entry rests on. */
  read: words,
  /** What there is besides and was not opened. */
  unread: words.optional().meta({
    description: 'what was not opened, or no such field',
    examples: ['"the text of the advisory"'],
  }),
  source: z
    .array(z.string())
    .min(1)
    .meta({ description: 'a list of source ids', examples: ['["Y-364"]'] }),
  status: z
    .enum(STATUSES)
    .meta({ description: `one of ${STATUSES.join(', ')}`, examples: ['"confirmed"'] }),
});

export type Advisory = z.output<typeof advisory>;

const KIND = {
  name: 'advisories',
  schema: advisory,
  one: 'advisory',
  many: 'advisories',
  key: 'name',
  numbered: false,
  optional: true,
  syntax: 'data-syntax',
  field: 'data-field',
} as const satisfies ListKind<typeof advisory>;

/** Reads the advisories about the same defect elsewhere; a content folder without the file has none. */
export function readAdvisories(
  content: string,
  sources: ReadonlySet<string>,
): { advisories: Advisory[]; problems: Problem[] } {
  const { entries, problems } = readEntries(content, KIND);
  const unknown = entries.flatMap((entry) =>
    checkDataSources(entry, entry.value?.source ?? [], 'source', sources),
  );
  return {
    advisories: entries.flatMap(({ value }) => value ?? []),
    problems: [...problems, ...unknown],
  };
}
