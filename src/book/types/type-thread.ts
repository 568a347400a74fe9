import { parentPort } from 'node:worker_threads';
import { findTypes } from './type-check.ts';

/** What the thread is asked: lists of fences, each list a module. */
export interface TypeQuestion {
  readonly id: number;
  readonly units: readonly (readonly string[])[];
}

/* The thread of type-worker.ts: keeps its program, so that the next check reads only what changed. */
parentPort?.on('message', ({ id, units }: TypeQuestion) => {
  parentPort?.postMessage({ id, found: findTypes(units) });
});
