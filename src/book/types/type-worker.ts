import { Worker } from 'node:worker_threads';
import type { Finding } from './type-check.ts';
import type { TypeQuestion } from './type-thread.ts';

let worker: Worker | null = null;
let checks = 0;

/** Finds types in a thread of its own, beside the one in which fences run: the compiler takes as long. */
export function findTypesAside(
  units: TypeQuestion['units'],
): Promise<readonly (readonly Finding[])[]> {
  const own = (worker ??= new Worker(new URL('type-thread.ts', import.meta.url)));
  const question: TypeQuestion = { id: (checks += 1), units };
  own.ref();
  return new Promise((resolve, reject) => {
    const receive = (answer: { id: number; found: readonly (readonly Finding[])[] }): void => {
      if (answer.id !== question.id) return;
      own.off('message', receive).off('error', fail).unref();
      resolve(answer.found);
    };
    const fail = (why: Error): void => {
      worker = null;
      reject(why);
    };
    own.on('message', receive).once('error', fail).postMessage(question);
  });
}
