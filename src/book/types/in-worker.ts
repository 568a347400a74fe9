import { Worker } from 'node:worker_threads';
import { openWorker } from '../../worker/open-worker.ts';
import type { findTypes, Finding } from './type-check.ts';

const worker = openWorker<Parameters<typeof findTypes>[0], readonly (readonly Finding[])[]>(
  () => new Worker(new URL('worker.ts', import.meta.url)),
);

/** Finds types in a worker, beside those in which fences run: the compiler takes as long. */
export const findTypesInWorker = worker.ask;
