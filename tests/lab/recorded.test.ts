import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Progress } from '../../lab/cli/progress.ts';
import { root } from '../../lab/folder.ts';
import { recordOrCompare } from '../../lab/witness/recorded.ts';
import type { SpinRecord } from '../../src/observations/witness/spin.ts';

const record = JSON.parse(
  readFileSync(join(root, 'content/data/witnesses/spin.json'), 'utf8'),
) as SpinRecord;

/** What is said of a record, and whether it is the one that is there. */
function compared(other: SpinRecord): { readonly same: boolean; readonly said: string } {
  const lines: string[] = [];
  const progress = new Progress((line) => lines.push(line));
  return { same: recordOrCompare('spin.json', other, false, progress), said: lines.join('\n') };
}

test.each([
  ['the same on another day', { date: '2030-01-01' }, true, 'spin.json: as recorded'],
  [
    'the same by another version',
    { version: '9.9.9' },
    true,
    `spin.json: as recorded; it was recorded with version ${record.version}, and this is 9.9.9`,
  ],
  [
    'other answers',
    { states: record.states + 1 },
    false,
    'spin.json: not as recorded; npm run witness -- --record',
  ],
  [
    'other answers by another version',
    { setups: [], version: '9.9.9' },
    false,
    `spin.json: not as recorded; npm run witness -- --record; it was recorded with version ${record.version}, and this is 9.9.9`,
  ],
])('a prover that gives %s is told so', (_, change, same, said) => {
  expect(compared({ ...record, ...change })).toEqual({ same, said });
});
