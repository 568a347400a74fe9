import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ApiEntry } from './api.ts';

/** apiAside reads the public names in a thread of its own, beside the check of the book. */
export async function apiAside(): Promise<readonly ApiEntry[]> {
  const worker = new Worker(new URL('thread.ts', import.meta.url));
  const [names] = await once(worker, 'message');
  return names;
}
