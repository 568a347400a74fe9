import { z } from 'astro/zod';
import type { Fence, Page } from '../page/page.ts';

/** What a reader does: says what will be printed, mends a program, or finds what a machine lacks. */
const KINDS = ['predict', 'repair', 'find'] as const;

/** The frontmatter of an exercise; the texts in `meta` are what the checker tells an author. */
export const exerciseFrontmatter = z.strictObject({
  title: z
    .string()
    .min(1)
    .max(60)
    .meta({ description: 'a title of 1 to 60 characters', examples: ['One bit short'] }),
  kind: z.enum(KINDS).meta({ description: `one of ${KINDS.join(', ')}`, examples: ['repair'] }),
  /** What is to be reached, said to the reader; code stands between backticks. */
  goal: z
    .string()
    .min(8)
    .max(100)
    .regex(/[^.]$/)
    .meta({
      description: 'what to reach, in 8 to 100 characters without a full stop',
      examples: ['make it accepted'],
    }),
  /** What the program prints once it is solved: texts between `&&`, each on some line as whole words. */
  solved: z
    .string()
    .regex(/[^\s&]/)
    .meta({
      description: 'what a solved program prints; && stands between texts of different lines',
      examples: ['accepted'],
    }),
  /** The chapter that has what is needed, by its address. */
  chapter: z
    .string()
    .regex(/^\/guide\/[a-z0-9-]+\/$/)
    .meta({ description: 'the address of a chapter', examples: ['/guide/fwb-and-dic/'] }),
  level: z
    .int()
    .min(1)
    .max(3)
    .meta({ description: '1, 2 or 3, how hard it is', examples: ['1'] }),
  minutes: z
    .int()
    .min(1)
    .max(30)
    .meta({ description: 'a whole number from 1 to 30, how long it takes', examples: ['4'] }),
});

/** An exercise as its page writes it. */
export interface Exercise extends z.output<typeof exerciseFrontmatter> {
  readonly page: Page;
  /** The fence that a reader is given; null where there is none that runs. */
  readonly starter: Fence | null;
  /** The fence in `<Solution>`; null where there is none that runs. */
  readonly solution: Fence | null;
}
