import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Progress } from '../cli/progress.ts';
import { root } from '../folder.ts';

/**
 * Writes the record of a prover, or holds what it says against the record that is there: true where
 * they are the same, its day and version aside.
 */
export function recordOrCompare(
  name: string,
  record: { readonly date: string; readonly version: string },
  write: boolean,
  progress: Progress,
): boolean {
  const path = join(root, 'content/data/witnesses', name);
  if (write) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${JSON.stringify(record, null, 2)}\n`);
    return true;
  }
  if (!existsSync(path)) return true;
  const before = JSON.parse(readFileSync(path, 'utf8')) as typeof record;
  const plain = (one: object) => JSON.stringify({ ...one, date: '', version: '' });
  const same = plain(before) === plain(record);
  const other =
    before.version === record.version
      ? ''
      : `; it was recorded with version ${before.version}, and this is ${record.version}`;
  const what = same ? 'as recorded' : 'not as recorded; npm run witness -- --record';
  progress.show(`${name}: ${what}${other}`);
  return same;
}
