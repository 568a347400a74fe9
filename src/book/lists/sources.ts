import { z } from 'astro/zod';
import { readEntries, type Entry, type ListKind } from './entries.ts';
import type { Problem } from '../problems.ts';

/** One entry of `content/data/sources.json`. */
const source = z.strictObject({
  /** Name by which claims cite the source. */
  id: z
    .string()
    .regex(/^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$/)
    .meta({ description: 'an id of capitals, digits and hyphens', examples: ['"V10-6"'] }),
  /** Subject of a mail or commit, title of a document, or file and commit of code. */
  title: z
    .string()
    .min(1)
    .meta({ description: 'a title', examples: ['"[PATCH v10 6/6] ..."'] }),
  /** Who wrote it, as the source itself says. */
  author: z
    .string()
    .min(1)
    .meta({ description: 'an author', examples: ['"Ankit Agrawal"'] }),
  /** Day, month, year or a span of years; null where none is known. */
  date: z
    .string()
    .regex(/^\d{4}(\/\d{4}|-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)
    .nullable()
    .meta({
      description: 'YYYY-MM-DD, YYYY-MM, YYYY, YYYY/YYYY or null',
      examples: ['"2025-07-05"'],
    }),
  /** Where to read it; null where no public address is known. */
  url: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .meta({
      description: 'an http or https address, or null',
      examples: ['"https://lore.kernel.org/..."'],
    }),
  /** What it is. */
  kind: z.enum(['mail', 'commit', 'doc', 'code', 'spec', 'page', 'observation']).meta({
    description: 'one of mail, commit, doc, code, spec, page, observation',
    examples: ['"mail"'],
  }),
  /** Mailing list of a mail that has no address of its own. */
  list: z
    .string()
    .min(1)
    .optional()
    .meta({ description: 'a mailing list, or no such field', examples: ['"linux-arm-kernel"'] }),
});

export type Source = z.output<typeof source>;

const FIELDS = Object.keys(source.shape);

const KIND = {
  name: 'sources',
  schema: source,
  one: 'source',
  many: 'sources',
  key: 'id',
  numbered: true,
  optional: false,
  syntax: 'source-syntax',
  field: 'source-field',
} as const satisfies ListKind<typeof source>;

export interface Sources {
  /** Entries that are in order, by id. */
  byId: ReadonlyMap<string, Source>;
  /** Every id in the list; a wrong entry is reported once, not at each of its claims too. */
  ids: ReadonlySet<string>;
  /** Where each id stands first. */
  places: ReadonlyMap<string, Pick<Problem, 'file' | 'line'>>;
  problems: Problem[];
}

/** Reads and checks the source list. */
export function readSources(content: string): Sources {
  const { entries, problems } = readEntries(content, KIND);
  const byId = new Map<string, Source>();
  const places = new Map<string, Pick<Problem, 'file' | 'line'>>();
  for (const entry of entries) {
    const { id, file, line, value } = entry;
    problems.push(...checkOrder(entry));
    const earlier = places.get(id);
    if (earlier !== undefined) problems.push(taken(file, line, id, earlier.line));
    else places.set(id, { file, line });
    if (value !== null && earlier === undefined) byId.set(id, value);
  }
  return { byId, ids: new Set(places.keys()), places, problems };
}

function checkOrder({ raw, value, id, file, line }: Entry<Source>): Problem[] {
  if (value === null) return [];
  const keys = Object.keys(raw as object);
  const received = keys.join(', ');
  const expected = FIELDS.filter((field) => keys.includes(field)).join(', ');
  if (received === expected) return [];
  const remedy = 'Write the fields in the order of the schema, so that changes read well.';
  return [{ code: 'source-order', file, line, id, received, expected, remedy }];
}

function taken(file: string, line: number, id: string, earlier: number): Problem {
  return {
    code: 'source-id-taken',
    file,
    line,
    id,
    received: `a second source ${id}`,
    expected: `${id} once; it is in use on line ${earlier}`,
    remedy: 'Give one of the two another id, or remove it if it is the same source.',
  };
}
