import words from './words.json' with { type: 'json' };
import type { AllWords } from './words.ts';

/** The words of all reasons. A test holds that each is there, with its chapter. */
export const WORDS = words as AllWords;
