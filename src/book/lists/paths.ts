import { z } from 'astro/zod';
import { readEntries, type Listed, type ListKind } from './entries.ts';

const route = z.string().regex(/^\/(?:[a-z0-9-]+\/)*$/);

/**
 * One entry of `content/data/paths.json`: pages in the order in which they are to be read. No other
 * place says one: doors, bars, Back and Next follow from here. Next follows the first path where the
 * reader has chosen none.
 */
const path = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z]+$/)
    .meta({ description: 'small letters', examples: ['"afternoon"'] }),
  name: z
    .string()
    .min(1)
    .max(40)
    .meta({ description: 'a name of 1 to 40 characters', examples: ['"An afternoon"'] }),
  /** What its reader says: the heading of its door on the first page. Without it, it has none there. */
  door: z
    .string()
    .min(1)
    .max(40)
    .optional()
    .meta({ description: 'a heading of 1 to 40 characters', examples: ['"I am new here"'] }),
  /** The line above its pages; `{number}` stands for how many they are, `{time}` for how long they take. */
  lead: z
    .string()
    .min(1)
    .max(200)
    .meta({
      description: 'a line of 1 to 200 characters',
      examples: ['"{number} chapters, in about {time}:"'],
    }),
  /** False where a reader takes one of them rather than all. */
  ordered: z.boolean().meta({ description: 'true or false', examples: ['true'] }),
  /** Addresses, each by its title, or with words of its own and those after them. */
  steps: z
    .array(z.union([route, z.tuple([route, z.string().min(1), z.string()])]))
    .min(1)
    .meta({
      description: 'a list of addresses, or of triples: address, words of the link, words after it',
      examples: ['["/guide/memslots/"]'],
    }),
});

export type ReadingPath = z.output<typeof path>;

const KIND = {
  name: 'paths',
  schema: path,
  one: 'path',
  many: 'paths',
  key: 'id',
  numbered: true,
  optional: true,
  syntax: 'data-syntax',
  field: 'data-field',
} as const satisfies ListKind<typeof path>;

/** Reads the orders of reading; a book without the list has none. */
export function readPaths(content: string): Listed<ReadingPath> {
  return readEntries(content, KIND);
}

/** The address of a step, whether it has words of its own or not. */
export function stepRoute(step: ReadingPath['steps'][number]): string {
  return typeof step === 'string' ? step : step[0];
}
