import type { Step, StepValue } from '../base/step.ts';
import type { Decision } from '../kvm/decisions.ts';
import { endInWords } from './end-in-words.ts';
import type { Phrase, Phrases } from './phrases/phrase.ts';
import type { Telling, Tellings } from './questions/telling.ts';
import type { Fact } from './show-tree.ts';
import type { Vocabulary, Words } from './vocabulary/wording.ts';

/**
 * What is needed to say an answer. A bundle that answers a part of the questions has the language of
 * that part: a step of another question is then said by its check and the names of its inputs, and
 * its end by the verdict.
 */
export interface Language {
  phraseOf(check: string): Phrase | undefined;
  wordsOf(input: string): Words | undefined;
  /** What only decisions of its question say. */
  factsOf(decision: Decision): Fact[];
  /** What the end of a question means for whoever asked; appended to the step that decided. */
  consequence(decision: Decision): string;
}

/** A language out of phrases, words, and what questions tell. */
export function language(phrases: Phrases, words: Vocabulary, tellings: Tellings): Language {
  const tellingOf = lookUp(tellings as Readonly<Record<string, Telling<Decision>>>);
  return {
    phraseOf: lookUp(phrases),
    wordsOf: lookUp(words),
    factsOf: (decision) => tellingOf(decision.question)?.facts?.(decision) ?? [],
    consequence: (decision) => (tellingOf(decision.question)?.consequence ?? endInWords)(decision),
  };
}

function lookUp<T>(table: Readonly<Record<string, T>>): (name: string) => T | undefined {
  return (name) => (Object.hasOwn(table, name) ? table[name] : undefined);
}

/**
 * What a step rests on, as one phrase; empty where it looked at nothing. Of a yes and a no only what speaks
 * for it.
 */
export function reasonsInWords(step: Step, said: Language): string {
  const { inputs, check, answer } = step;
  const needs = said.phraseOf(check)?.needs;
  const other = (answer === true ? needs?.no : answer === false ? needs?.yes : undefined) ?? {};
  const speaks = Object.entries(inputs).filter(([name, value]) => other[name] !== value);
  return inWords(speaks, said) || inWords(Object.entries(inputs), said);
}

function inWords(
  inputs: readonly (readonly [name: string, value: StepValue])[],
  { wordsOf }: Language,
): string {
  const parts: string[] = [];
  for (const [name, value] of inputs) {
    if (value === null || name === 'vma') continue; // the place of the step names the VMA
    parts.push(wordsOf(name)?.(value) ?? `${name} is ${String(value)}`);
  }
  const last = parts.pop() ?? '';
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}
