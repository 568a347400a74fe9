import { Worker } from 'node:worker_threads';
import type { CodeFence } from './fences.ts';
import type { FenceTypes } from './type-check.ts';

let worker: Worker | null = null;
let checks = 0;

/**
 * checkTypesAside type-checks fences in a thread of its own, beside the one in which they run: the
 * compiler takes as long as the runs do.
 */
export function checkTypesAside(fences: readonly CodeFence[]): Promise<readonly FenceTypes[]> {
  if (fences.length === 0) return Promise.resolve([]);
  const own = (worker ??= new Worker(new URL('type-thread.ts', import.meta.url)));
  const id = (checks += 1);
  own.ref();
  return new Promise((resolve, reject) => {
    const receive = (answer: { id: number; found: readonly FenceTypes[] }): void => {
      if (answer.id !== id) return;
      own.off('message', receive).off('error', fail).unref();
      resolve(answer.found);
    };
    const fail = (why: Error): void => {
      worker = null;
      reject(why);
    };
    own.on('message', receive).once('error', fail).postMessage({ id, fences });
  });
}
