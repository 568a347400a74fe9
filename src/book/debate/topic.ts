import { z } from 'astro/zod';
import { slug, sourceIds, text } from './fields.ts';
import { answer, STANCES } from './stance.ts';

/** One entry of `content/data/topics.json`: a question of the debate. */
export const topic = z.strictObject({
  /** Letter by which the collected facts name it. */
  key: z
    .string()
    .regex(/^[a-z]$/)
    .meta({ description: 'one letter', examples: ['"a"'] }),
  slug,
  /** The question, as a heading. */
  question: text('the question', 'Who decides the attribute?'),
  /** The same for the head of a column. */
  column: text('the question in one to three words', 'Who decides'),
  /** It has a column in the overview and a long section. */
  main: z.boolean().meta({ description: 'true or false', examples: ['true'] }),
  /** The answers that have a sign, for stances to name. */
  answers: z
    .array(answer)
    .optional()
    .meta({
      description: `answers with stance, word and says, no stance twice; a stance is one of ${STANCES.join(', ')}`,
      examples: ['[{ "stance": "vma", "word": "the VMA", "says": "The VMA decides." }]'],
    }),
  /** What was at stake. */
  asked: text('what was at stake', 'When the memslot is made, or when the page is touched?'),
  won: text('what won, in one sentence', 'The VMA won.'),
  /** What `won` rests on. */
  source: sourceIds,
  /** Slugs of the guide that treat it. */
  chapters: z
    .array(z.string().min(1))
    .meta({ description: 'slugs of the guide', examples: ['["what-kvm-decides"]'] }),
});

export type Topic = z.output<typeof topic>;
