import { z } from 'astro/zod';

/** Parts that the entries of several data files share. */
export const text = (what: string, example: string) =>
  z
    .string()
    .min(1)
    .meta({ description: what, examples: [JSON.stringify(example)] });

/** A day, a month or a year. */
export const date = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)
  .meta({ description: 'YYYY-MM-DD, YYYY-MM or YYYY', examples: ['"2025-03-31"'] });

/** Ids of the source list. */
export const sourceIds = z
  .array(z.string().min(1))
  .min(1)
  .meta({
    description: 'one or more ids from content/data/sources.json',
    examples: ['["SEED"]'],
  });

/** How far an entry is supported, as for claims. */
export const status = z.enum(['confirmed', 'inferred', 'unknown']).meta({
  description: 'one of confirmed, inferred, unknown',
  examples: ['"confirmed"'],
});

/** Name of an entry in addresses. */
export const slug = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*$/)
  .meta({ description: 'small letters and hyphens', examples: ['"who-decides"'] });
