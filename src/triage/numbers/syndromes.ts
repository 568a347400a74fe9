import { decodeSyndrome } from '../../model/index.ts';
import { fieldsInWords } from './fields.ts';
import { allOf, type KnownNumbers } from './known.ts';

const OF_SYNDROME = ['EC', 'ISV', 'CM', 'S1PTW', 'WnR', 'DFSC', 'IFSC'];

/** What the syndromes mean, by the model, in a line each. */
export function syndromeNotes(s: KnownNumbers): string[] {
  return allOf(s, 'esr').map(
    ({ value }) =>
      `ESR ${value}: ${fieldsInWords(decodeSyndrome(BigInt(value)).fields, OF_SYNDROME)}.`,
  );
}
