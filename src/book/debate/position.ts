import { z } from 'astro/zod';
import { slug, sourceIds, status, text } from './fields.ts';
import { stance, STANCES } from './stance.ts';

/** Stands in for a person where an entry says what the series put into the kernel. */
export const LANDED = 'Landed code';

/** One entry of `content/data/positions.json`: what a person held on a question. */
export const position = z.strictObject({
  person: text('a name, or Landed code', 'Marc Zyngier'),
  /** Slug of a question of `topics.json`. */
  topic: slug,
  /** The position in a few words. */
  short: text('the position in a few words', 'memslot flag'),
  /** The position in its best form, as Markdown code spans and plain text. */
  position: text('the position in one to three sentences', 'The VMA decides.'),
  /** Where it is stated; at least one mail. */
  source: sourceIds,
  /** The mails that quote it, where the words of the person are known through others' mails. */
  quotedIn: sourceIds.optional().meta({
    description: 'the ids of the mails that quote it, or no such field',
    examples: ['["SEED"]'],
  }),
  /** The mail that names the person in a tag, as Tested-by or Suggested-by, where it is known so. */
  tagIn: text('the id of the mail with the tag, or no such field', 'V10-6').optional(),
  /** What is held, mail by mail, where the mails say one of the answers of the question. */
  stances: z
    .array(stance)
    .min(1)
    .optional()
    .meta({
      description: `stances with stance, source and, where they have them, instead and nuance; a stance is one of ${STANCES.join(', ')}`,
      examples: ['[{ "stance": "error", "source": "SEED" }]'],
    }),
  status,
});

export type Position = z.output<typeof position>;
