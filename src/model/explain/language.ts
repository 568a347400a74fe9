import type { Step } from '../base/step.ts';
import type { Phrase, Phrases } from './phrases/phrase.ts';
import type { Vocabulary, Words } from './vocabulary/wording.ts';

/**
 * What is needed to say a step. A bundle that answers a part of the questions has the language of
 * that part: a step of another question is then said by its check and the names of its inputs.
 */
export interface Language {
  phraseOf(check: string): Phrase | undefined;
  wordsOf(input: string): Words | undefined;
}

/** A language out of phrases and words. */
export function language(phrases: Phrases, words: Vocabulary): Language {
  return { phraseOf: lookUp(phrases), wordsOf: lookUp(words) };
}

function lookUp<T>(table: Readonly<Record<string, T>>): (name: string) => T | undefined {
  return (name) => (Object.hasOwn(table, name) ? table[name] : undefined);
}

/** The inputs of a step as one phrase; empty where it looked at nothing. */
export function inputsInWords({ inputs }: Step, { wordsOf }: Language): string {
  const parts: string[] = [];
  for (const [name, value] of Object.entries(inputs)) {
    if (value === null || name === 'vma') continue; // the place of the step names the VMA
    parts.push(wordsOf(name)?.(value) ?? `${name} is ${String(value)}`);
  }
  const last = parts.pop() ?? '';
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}
