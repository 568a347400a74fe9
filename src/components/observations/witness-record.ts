import type { WitnessRecord } from '../../observations/witness/record.ts';
import { projectText } from '../../quality/counted.ts';

/** What herd7 said, as recorded; a copy without a record cannot show it. */
export function witnessRecord(): WitnessRecord {
  const text = projectText('content/data/witnesses/herd.json');
  if (text === null) throw new Error('There is no record: npm run witness -- --record');
  return JSON.parse(text) as WitnessRecord;
}
