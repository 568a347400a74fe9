import { Worker } from 'node:worker_threads';
import { openWorker, type OpenWorker } from '../../worker/open-worker.ts';
import { MAX_MS } from '../core/limits.ts';
import type { Program } from '../core/types.ts';
import type { Contexts, Said } from './worker.ts';

/** A worker that runs programs, each in a realm of its own. */
export type RealmWorker = OpenWorker<Program, Said>;

/** Time for a worker to start and to answer on a busy machine, beyond what the snippet itself may take. */
const GRACE_MS = 30_000;

/** openRealmWorker takes the worker's code as text, with nothing left to import. */
export function openRealmWorker(code: string, contexts: Contexts): RealmWorker {
  const start = (): Worker =>
    new Worker(code, {
      eval: true,
      workerData: contexts,
      // A snippet that eats memory ends its worker, not the build.
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    });
  return openWorker(start, { maxMs: MAX_MS + GRACE_MS, lost });
}

/** What a program said whose worker it ended. */
function lost(why: Error): Said {
  const memory = (why as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY';
  return memory
    ? { messages: [], stopped: 'memory' }
    : { messages: [], stopped: 'lost', trace: why.message };
}
