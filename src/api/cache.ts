import { Kept } from '../book/kept.ts';
import { stamp } from '../book/stamp.ts';
import type { ApiEntry } from './api.ts';

/** What the answer depends on: the model, and the code that reads it. */
const INPUTS = ['src/model', 'src/api', 'package-lock.json'];

/** The public names; read again only where the model has changed since. */
export async function cachedApi(): Promise<ApiEntry[]> {
  const now = stamp(INPUTS);
  const kept = new Kept<ApiEntry[]>('api', now);
  const before = kept.get('');
  if (before) return before;
  // TypeDoc is large: where nothing has changed it is not even loaded.
  const { readApi } = await import('./read.ts');
  const api = await readApi();
  kept.set('', api);
  if (stamp(INPUTS) === now) kept.save();
  return api;
}
