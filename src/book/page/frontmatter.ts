import { z } from 'astro/zod';
import { KERNELS } from '../../model/index.ts';

/** A date as a page shows it; YAML turns an unquoted date into a Date, which is turned back. */
const day = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  z.iso.date(),
);

/** One sentence: it ends with a mark, and no other sentence begins after one. */
const SENTENCE = /^(?!.*[.!?]\s+\p{Lu}).{10,200}[.!?]$/u;

/**
 * The frontmatter of a chapter. The site's collection and the checker both read this schema; the
 * texts in `meta` are what the checker tells an author.
 */
export const frontmatter = z.strictObject({
  /** Name of the page in navigation, heading and search. */
  title: z
    .string()
    .min(1)
    .max(80)
    .meta({
      description: 'a title of 1 to 80 characters',
      examples: ['Two stages, one attribute'],
    }),
  /** What the page answers, in one sentence, for search results and link previews. */
  description: z
    .string()
    .regex(SENTENCE)
    .meta({
      description: 'one sentence of at most 200 characters that ends with a full stop',
      examples: ['How the attributes of stage 1 and stage 2 combine.'],
    }),
  /** Heading of the navigation under which the page stands; one of `content/data/groups.json`. */
  group: z
    .string()
    .min(1)
    .max(40)
    .meta({
      description: 'the name of a navigation group, 1 to 40 characters',
      examples: ['Start'],
    }),
  /** Place in the book, from 1, within its group; `content/data/groups.json` orders the groups. */
  order: z
    .int()
    .min(1)
    .meta({
      description: 'a whole number from 1, the place of the page in the book',
      examples: ['2'],
    }),
  /** Whom the page is written for. */
  reader: z
    .array(z.enum(['newcomer', 'engineer', 'maintainer']))
    .min(1)
    .meta({
      description: 'a list of newcomer, engineer and maintainer, with at least one of them',
      examples: ['[newcomer, engineer]'],
    }),
  /** Kernels whose rules the page shows. */
  kernels: z
    .array(z.enum(KERNELS))
    .min(1)
    .meta({
      description: `a list of ${KERNELS.join(', ')}, with at least one of them`,
      examples: [`[${KERNELS[0]}]`],
    }),
  /** What its reader can say afterwards, each the end of “After this you can say”; for concepts. */
  goals: z
    .array(z.string().min(10).max(140))
    .min(1)
    .max(3)
    .optional()
    .meta({
      description: 'one to three lines of 10 to 140 characters, what a reader can say afterwards',
      examples: ['[which table each address goes through]'],
    }),
  /** Chapters that it builds on, by their addresses. */
  needs: z
    .array(z.string().regex(/^\/(?:guide|reference)\/[a-z0-9-]+\/$/))
    .min(1)
    .max(4)
    .optional()
    .meta({
      description: 'one to four addresses of chapters that it builds on, or no such key',
      examples: ['[/guide/two-translations/]'],
    }),
  /** False for a page that teaches no concept, such as a collection, and so ends without checks. */
  concept: z
    .literal(false)
    .optional()
    .meta({
      description: 'false, for a page that teaches no concept, or no such key',
      examples: ['false'],
    }),
  /** Day on which the page was last checked against its sources. */
  checked: day.meta({ description: 'a date as YYYY-MM-DD', examples: ['2026-11-23'] }),
});

/** Frontmatter as pages read it: `checked` is a string YYYY-MM-DD. */
export type Frontmatter = z.output<typeof frontmatter>;
