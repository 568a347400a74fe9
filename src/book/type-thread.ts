import { parentPort } from 'node:worker_threads';
import type { CodeFence } from './fences.ts';
import { checkTypes } from './type-check.ts';

/* The thread of type-worker.ts: keeps its program, so that the next check reads only what changed. */
parentPort?.on('message', ({ id, fences }: { id: number; fences: readonly CodeFence[] }) => {
  parentPort?.postMessage({ id, found: checkTypes(fences) });
});
