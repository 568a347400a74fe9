import { z } from 'astro/zod';

/** One entry of `content/data/sources.json`. */
export const source = z.strictObject({
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
