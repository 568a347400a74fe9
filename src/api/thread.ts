import { parentPort } from 'node:worker_threads';
import { cachedApi } from './cache.ts';

/* The thread of aside.ts: reads the names once. */
parentPort?.postMessage(await cachedApi());
