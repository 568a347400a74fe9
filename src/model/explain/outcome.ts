import type { Decision } from '../kvm/decisions.ts';
import { decisionMemory } from './decision-facts.ts';
import { verdictWord } from './words.ts';

/** What a decision ends with, in a few words: the verdict, the memory type, the error. */
export function outcomeInWords(decision: Decision): string {
  const parts = [verdictWord(decision), decisionMemory(decision), decision.errno];
  return parts.filter((part) => part !== null).join(', ');
}
