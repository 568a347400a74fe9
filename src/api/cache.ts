import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { root } from '../book/places.ts';
import type { ApiEntry } from './api.ts';

const FOLDER = join(root, '.cache');

/** What the answer depends on: the model, and the code that reads it. */
const INPUTS = ['src/model', 'src/api', 'package-lock.json'];

/** The public names; read again only where the model has changed since. */
export async function cachedApi(): Promise<ApiEntry[]> {
  const file = join(FOLDER, `api-${fingerprint()}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  // TypeDoc is large: where nothing has changed it is not even loaded.
  const { readApi } = await import('./read.ts');
  const api = await readApi();
  mkdirSync(FOLDER, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, JSON.stringify(api));
  renameSync(unfinished, file);
  return api;
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const input of INPUTS)
    for (const file of filesOf(join(root, input))) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

function filesOf(path: string): string[] {
  if (!/\/[^.]+$/.test(path)) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
