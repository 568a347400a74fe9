import { z } from 'astro/zod';
import { readEntries, type Entry, type ListKind } from './entries.ts';
import type { Problem } from '../problems.ts';

const route = z.string().regex(/^\/(?:[a-z0-9-]+\/)*$/);

/** One entry of `content/data/doors.json`: a way into the guide for one kind of reader. */
const door = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z]+$/)
    .meta({ description: 'small letters', examples: ['"new"'] }),
  /** What its reader says. */
  name: z
    .string()
    .min(1)
    .max(40)
    .meta({ description: 'a heading of 1 to 40 characters', examples: ['"I am new here"'] }),
  /** The line above its links; `{time}` stands for how long all of them take. */
  lead: z
    .string()
    .min(1)
    .max(100)
    .meta({
      description: 'a line of 1 to 100 characters',
      examples: ['"An afternoon of {time}, in this order:"'],
    }),
  /** The links are read one after the other; each then says its time. */
  ordered: z.boolean().meta({ description: 'true or false', examples: ['true'] }),
  /** Addresses, each by its title, or with words of its own and those after them. */
  links: z
    .array(z.union([route, z.tuple([route, z.string().min(1), z.string()])]))
    .min(1)
    .meta({
      description: 'a list of addresses, or of triples: address, words of the link, words after it',
      examples: ['["/guide/memslots/"]'],
    }),
  /** A last line: words, and the address and words of a link. */
  last: z
    .tuple([z.string(), route, z.string().min(1)])
    .optional()
    .meta({
      description: 'three texts: words, an address, the words of its link',
      examples: ['["Or see ", "/map/", "the map"]'],
    }),
});

export type Door = z.output<typeof door>;

const KIND = {
  name: 'doors',
  schema: door,
  one: 'door',
  many: 'doors',
  key: 'id',
  numbered: true,
  optional: true,
  syntax: 'data-syntax',
  field: 'data-field',
} as const satisfies ListKind<typeof door>;

/** Reads the doors of the first page; a book without the list has none. */
export function readDoors(content: string): { entries: Entry<Door>[]; problems: Problem[] } {
  return readEntries(content, KIND);
}
