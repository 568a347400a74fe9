import { Worker } from 'node:worker_threads';
import { askOnce } from '../worker/open-worker.ts';
import type { ApiEntry } from './api.ts';

/** apiInWorker reads the public names in a worker, beside the check of the book. */
export function apiInWorker(): Promise<readonly ApiEntry[]> {
  return askOnce(() => new Worker(new URL('worker.ts', import.meta.url)), null);
}
