import { Worker } from 'node:worker_threads';
import { MAX_MS } from '../core/limits.ts';
import type { Program } from '../core/types.ts';
import type { Answer, Contexts, Said } from './thread.ts';

/** A thread that runs programs one after the other, and is made anew where one of them ends it. */
export interface Lane {
  /** Programs that wait or run. */
  readonly waiting: number;
  ask(program: Program): Promise<Said>;
  close(): Promise<void>;
}

/** Time for a thread to start and to answer, beyond what the snippet itself may take. */
const GRACE_MS = 10_000;

/** openLane starts nothing yet: the thread begins with its first program. */
export function openLane(thread: string, contexts: Contexts): Lane {
  let worker: Worker | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let jobs = 0;
  let waiting = 0;

  const start = (): Worker =>
    new Worker(thread, {
      eval: true,
      workerData: contexts,
      // A snippet that eats memory ends its thread, not the build.
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    });

  const askNow = (program: Program): Promise<Said> =>
    new Promise((resolve) => {
      const own = (worker ??= start());
      const id = (jobs += 1);
      const finish = (said: Said): void => {
        clearTimeout(timer);
        own.off('message', receive).off('error', lost).unref();
        resolve(said);
      };
      const receive = (answer: Answer): void => {
        if (answer.id === id) finish(answer.said);
      };
      const lost = (why?: Error): void => {
        worker = null;
        void own.terminate();
        finish(endOfThread(why));
      };
      const timer = setTimeout(lost, MAX_MS + GRACE_MS);
      own.ref();
      own.on('message', receive).once('error', lost).postMessage({ id, program });
    });

  return {
    get waiting() {
      return waiting;
    },
    async ask(program) {
      waiting += 1;
      const answer = queue.then(() => askNow(program));
      queue = answer;
      try {
        return await answer;
      } finally {
        waiting -= 1;
      }
    },
    async close() {
      await worker?.terminate();
      worker = null;
    },
  };
}

function endOfThread(why?: Error): Said {
  const memory = (why as { code?: string } | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return memory
    ? { messages: [], stopped: 'memory' }
    : { messages: [], stopped: 'lost', trace: why?.message ?? 'no answer' };
}
