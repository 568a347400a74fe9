import type { Step } from 'stage-two';
import { FULL_LANGUAGE } from '../../../src/model/explain/full-language.ts';

/** Whether a step names its check, where it is made and who states it, and has words for it. */
export function isTold({ check, in: where, source }: Step): boolean {
  const named = /\S/.test(check) && /^\w/.test(where);
  return named && FULL_LANGUAGE.phraseOf(check) !== undefined && source.length > 0;
}

/** The keys that stand with more than one answer. */
export function ambiguous(pairs: Iterable<readonly [key: unknown, answer: unknown]>): string[] {
  const answers = new Map<string, Set<string>>();
  for (const [key, answer] of pairs) {
    const text = JSON.stringify(key);
    const known = answers.get(text) ?? new Set();
    answers.set(text, known.add(JSON.stringify(answer)));
  }
  return [...answers]
    .filter(([, given]) => given.size > 1)
    .map(([key, given]) => `${key}: ${[...given].join(' or ')}`);
}
