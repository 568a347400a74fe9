import { z } from 'astro/zod';

/** What can be held on a question, each with a sign of its own; a position that fits none says its own word. */
export const STANCES = [
  'vma',
  'flag',
  'fallback',
  'error',
  'choice',
  'both',
  'ask',
  'fwb',
  'fwb-dic',
  'leak',
  'try',
] as const;

export type StanceName = (typeof STANCES)[number];

const name = z.enum(STANCES);
const words = z.string().min(1);

/** An answer to a question, as the matrix and its legend say it. */
export const answer = z.strictObject({
  stance: name,
  /** The answer in one to three words. */
  word: words,
  /** The answer in a sentence. */
  says: words,
});

/** What a person holds, by one mail. */
export const stance = z.strictObject({
  stance: name,
  /** The mail that says so, one of those of the position; its date is the date of the stance. */
  source: words,
  /** What the person held before, where the mail gives that up. */
  instead: name.optional(),
  /** How far, in a few words. */
  nuance: words.optional(),
});

export type Stance = z.output<typeof stance>;
