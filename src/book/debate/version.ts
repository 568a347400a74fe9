import { z } from 'astro/zod';
import { date, sourceIds, status, text } from './fields.ts';

const features = z
  .array(z.string().min(1))
  .meta({ description: 'a list of features', examples: ['["memslot flag"]'] });

/** What a version takes away, why, and the mails that say so. */
const drop = z.strictObject({
  feature: text('a feature of the version before', 'memslot flag'),
  why: text('why it went, in one sentence', 'Upton gave it up on 13 June.'),
  source: sourceIds,
});

/** One entry of `content/data/versions.json`: a posting of the series, in order. */
export const version = z.strictObject({
  version: z
    .string()
    .regex(/^v\d+$/)
    .meta({ description: 'v and a number', examples: ['"v3"'] }),
  date,
  /** Title of the cover or of the only patch; null where it is not known. */
  title: text('a title, or null', 'Map GPU device memory as cacheable').nullable(),
  patches: z
    .int()
    .min(1)
    .meta({ description: 'a number from 1', examples: ['5'] }),
  changed: text('what is new against the version before', '`VM_MIXEDMAP` is included.'),
  why: text('why', 'Gunthorpe asked for it.'),
  /** Features that it has and the version before it had not. */
  adds: features,
  /** Features of the version before it that it has no more. */
  drops: z.array(drop).meta({
    description: 'a list of what is dropped, each with feature, why and source',
    examples: ['[{ "feature": "memslot flag", "why": "It was refused.", "source": ["SEED"] }]'],
  }),
  /** Id of its cover, or of a patch where the cover is not in the list; null where none is. */
  cover: text('the id of its cover, or null', 'V9-0').nullable(),
  source: sourceIds,
  status,
});

export type Version = z.output<typeof version>;
