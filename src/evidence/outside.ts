import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reachedBy, type ReachedFile } from '../cli/conform/reached.ts';
import { root } from '../root.ts';

/** A file of rows from outside. */
export interface Outside extends ReachedFile {
  /** Name of the file, without its end: its address on the page. */
  readonly name: string;
  /** What the function answers, and where the rows come from, as the file says both. */
  readonly description: string;
  readonly derivedFrom: string;
}

const FOLDER = join(root, 'tests/vectors/data');
let read: readonly Outside[] | undefined;

/** Every file of rows from outside, held against the model; none in a copy without them. */
export function outside(): readonly Outside[] {
  return (read ??= existsSync(FOLDER) ? readdirSync(FOLDER).sort().flatMap(ofFile) : []);
}

function ofFile(file: string): Outside[] {
  if (!file.endsWith('.json')) return [];
  const text = readFileSync(join(FOLDER, file), 'utf8');
  const reached = reachedBy(text);
  if ('reason' in reached) return [];
  const { description = '', derivedFrom = '' } = JSON.parse(text) as Record<string, string>;
  return [{ ...reached, name: file.replace(/\.json$/, ''), description, derivedFrom }];
}
