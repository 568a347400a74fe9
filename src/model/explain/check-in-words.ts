import { FULL_LANGUAGE } from './full-language.ts';

/**
 * What a check asks, such as 'whether the VMA is cacheable', by the text of a step's `check`. Null
 * for a check that the model does not make, and for a step that states something.
 */
export function checkInWords(check: string): string | null {
  const phrase = FULL_LANGUAGE.phraseOf(check);
  return phrase && 'asks' in phrase ? phrase.asks : null;
}
