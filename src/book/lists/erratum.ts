import { z } from 'astro/zod';
import { readEntries, type ListKind } from './entries.ts';
import type { Problem } from '../problems.ts';

const words = z.string().min(1);

/** One entry of `content/data/errata.json`. */
const erratum = z.strictObject({
  /** Day of the correction. */
  date: z.iso.date().meta({ description: 'a date as YYYY-MM-DD', examples: ['"2026-11-23"'] }),
  /** Address of the page that was wrong. */
  page: z
    .string()
    .regex(/^\/(?:\S*\/)?$/)
    .meta({
      description: 'the address of a page, with slashes at both ends',
      examples: ['"/guide/the-fault/"'],
    }),
  /** What the page said. */
  was: words.meta({ description: 'what the page said', examples: ['"IDC is required."'] }),
  /** What it says now. */
  now: words.meta({ description: 'what it says now', examples: ['"DIC is required."'] }),
});

export type Erratum = z.output<typeof erratum>;

const KIND = {
  name: 'errata',
  schema: erratum,
  one: 'correction',
  many: 'corrections',
  key: 'page',
  numbered: true,
  optional: true,
  syntax: 'data-syntax',
  field: 'data-field',
} as const satisfies ListKind<typeof erratum>;

/** Reads the corrections of the book. */
export function readErrata(content: string): { errata: Erratum[]; problems: Problem[] } {
  const { entries, problems } = readEntries(content, KIND);
  return { errata: entries.flatMap(({ value }) => value ?? []), problems };
}
