import { syndromeInBrief } from '../../model/index.ts';
import { allOf, type KnownNumbers } from './known.ts';

/** What the syndromes mean, by the model, in a line each. */
export function syndromeNotes(s: KnownNumbers): string[] {
  return allOf(s, 'esr').map(({ value: esr }) => {
    const words = syndromeInBrief(BigInt(esr)).fields.map(
      ({ name, value, meaning }) => `${name} 0x${value.toString(16)} ${meaning}`,
    );
    return `ESR ${esr}: ${words.join(', ')}.`;
  });
}
