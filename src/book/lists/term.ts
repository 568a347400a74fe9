import { z } from 'astro/zod';

const name = z.string().regex(/^\S.*\S$|^\S$/);
const status = z.enum(['confirmed', 'inferred', 'general-knowledge']);

/** One entry of `content/data/glossary.json`. */
export const term = z.strictObject({
  /** The word as readers meet it; its letters make the anchor. */
  term: name.meta({ description: 'a word or an identifier', examples: ['"FWB"'] }),
  /** What the letters stand for, or another name. */
  expansion: name.optional().meta({
    description: 'the words behind the letters, or no such field',
    examples: ['"Force Write-Back"'],
  }),
  /** Plurals and other spellings, which are linked as the term is. */
  aliases: z
    .array(name)
    .min(1)
    .optional()
    .meta({
      description: 'a list of other spellings, or no such field',
      examples: ['["VMAs"]'],
    }),
  /** What it means, in one or two sentences. */
  definition: z
    .string()
    .regex(/^\S.{9,}[.]$/)
    .meta({
      description: 'a definition of at least ten letters that ends with a full stop',
      examples: ['"Address that a guest regards as physical."'],
    }),
  /** Other terms that help. */
  seeAlso: z.array(name).meta({ description: 'a list of terms', examples: ['["stage 2"]'] }),
  /** Sources of the definition; none where it is general knowledge. */
  source: z
    .array(z.string())
    .min(1)
    .optional()
    .meta({ description: 'a list of source ids, or no such field', examples: ['["ARM-ARM"]'] }),
  /** How far the sources support it. */
  status: status.meta({
    description: 'one of confirmed, inferred, general-knowledge',
    examples: ['"confirmed"'],
  }),
});

export type Term = z.output<typeof term>;

/** The anchor of a term on the page of the glossary. */
export function termId(word: string): string {
  return word
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
