import { judgement } from '../../model/index.ts';
import type { Property } from '../../model/index.ts';
import { verdictClass } from '../../grammar/verdict.ts';
import { h } from '../show/node.ts';
import type { HNode } from '../show/node.ts';

/** proofId is where a proof stands. */
export const proofId = (number: number): string => `space-proof-${number}`;

/** What breaks, each as its sign; or that nothing does. */
export function signs(breaks: readonly Property[]): HNode[] {
  if (breaks.length === 0) return [h('span', { class: verdictClass('supported') }, 'holds')];
  return breaks.flatMap((property, i): HNode[] => {
    const { verdict, word } = judgement(property, false);
    const sign = h('span', { class: verdictClass(verdict) }, saidOf(property, word));
    return i === 0 ? [sign] : [' ', sign];
  });
}

/** Two properties end in the word "stale"; the one about code says so. */
const saidOf = (property: Property, word: string): string =>
  property === 'noStaleFetch' ? `${word} code` : word;
