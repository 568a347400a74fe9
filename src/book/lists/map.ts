import { z } from 'astro/zod';
import { readEntries, type Listed, type ListKind } from './entries.ts';

/** One entry of `content/data/map.json`: a concept, where it is explained, what it does to others. */
const place = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+$/)
    .meta({ description: 'small letters and digits', examples: ['"memslot"'] }),
  /** Heading under which it stands; the places of a lane stand together. */
  lane: z
    .string()
    .min(1)
    .meta({ description: 'the name of a lane', examples: ['"What KVM decides"'] }),
  name: z
    .string()
    .min(1)
    .max(40)
    .meta({
      description: 'the name of the concept, 1 to 40 characters',
      examples: ['"the memslot"'],
    }),
  route: z
    .string()
    .regex(/^\/guide\/[a-z0-9-]+\/$/)
    .meta({ description: 'the address of a chapter', examples: ['"/guide/memslots/"'] }),
  /** Pairs of another place's id and the words between the two names. */
  to: z.array(z.tuple([z.string(), z.string().min(1)])).meta({
    description: 'a list of pairs: the id of another place, and what this one does to it',
    examples: ['[["fault", "comes before"]]'],
  }),
});

export type Place = z.output<typeof place>;

const KIND = {
  name: 'map',
  schema: place,
  one: 'place',
  many: 'places',
  key: 'id',
  numbered: true,
  optional: true,
  syntax: 'data-syntax',
  field: 'data-field',
} as const satisfies ListKind<typeof place>;

/** Reads the map; a book without one has no places. */
export function readMap(content: string): Listed<Place> {
  return readEntries(content, KIND);
}
