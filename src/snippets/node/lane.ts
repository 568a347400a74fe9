import { Worker } from 'node:worker_threads';
import { MAX_MS } from '../core/limits.ts';
import type { Message, Program } from '../core/types.ts';
import type { Contexts } from './thread.ts';

/** A thread that runs programs one after the other, and is made anew where one of them ends it. */
export interface Lane {
  /** Programs that wait or run. */
  readonly waiting: number;
  ask(program: Program): Promise<Message[]>;
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

  const askNow = (program: Program): Promise<Message[]> =>
    new Promise((resolve) => {
      const own = (worker ??= start());
      const id = (jobs += 1);
      const finish = (messages: Message[]): void => {
        clearTimeout(timer);
        own.off('message', receive).off('error', lost).unref();
        resolve(messages);
      };
      const receive = (answer: { id: number; messages: Message[] }): void => {
        if (answer.id === id) finish(answer.messages);
      };
      const lost = (why?: Error): void => {
        worker = null;
        void own.terminate();
        finish([{ type: 'end', error: endOfThread(why) }]);
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

function endOfThread(why?: Error): { name: string; message: string; line: null; column: null } {
  const memory = (why as { code?: string } | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
  const message = memory
    ? 'the code took more memory than there is'
    : (why?.message ?? 'no answer');
  return { name: 'Stopped', message, line: null, column: null };
}
