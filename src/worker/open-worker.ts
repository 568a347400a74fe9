import type { Worker } from 'node:worker_threads';

/** A worker that is asked one thing after the other, and is made anew where one of them ended it. */
export interface OpenWorker<Question, Answer> {
  /** Questions that wait or are being answered. */
  readonly waiting: number;
  /** Rejects with what ended the worker, where it has no answer for that. */
  ask(question: Question): Promise<Answer>;
  close(): Promise<void>;
}

/** What may end a worker beside its own faults, and what is answered then. */
export interface Limits<Answer> {
  /** Longest time for an answer, the start included, in milliseconds; none by default. */
  readonly maxMs?: number;
  /** The answer in place of one that never came; without it, `ask` rejects. */
  readonly lost?: (why: Error) => Answer;
}

/** openWorker starts nothing yet: the worker begins with its first question, and keeps no process alive. */
export function openWorker<Question, Answer>(
  start: () => Worker,
  { maxMs, lost }: Limits<Answer> = {},
): OpenWorker<Question, Answer> {
  let worker: Worker | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  const begin = (): Worker => {
    const own = start();
    const forget = (): void => {
      if (worker === own) worker = null;
    };
    return own.on('error', forget).on('exit', forget);
  };

  const askNow = (question: Question): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const own = (worker ??= begin());
      const leave = (): void => {
        clearTimeout(timer);
        own.off('message', hear).off('error', fail).off('exit', end).unref();
      };
      const hear = (answer: Answer): void => {
        leave();
        resolve(answer);
      };
      const fail = (why: Error): void => {
        leave();
        if (worker === own) worker = null;
        void own.terminate();
        if (lost) resolve(lost(why));
        else reject(why);
      };
      const end = (): void => fail(new Error('the worker ended before it answered'));
      const timer = maxMs && setTimeout(() => fail(new Error('no answer')), maxMs);
      own.ref();
      own.on('message', hear).on('error', fail).on('exit', end).postMessage(question);
    });

  return {
    get waiting() {
      return waiting;
    },
    async ask(question) {
      waiting += 1;
      const answer = queue.then(() => askNow(question));
      queue = answer.catch(() => {});
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

/** askOnce asks a worker one thing, and ends it. */
export async function askOnce<Question, Answer>(
  start: () => Worker,
  question: Question,
): Promise<Answer> {
  const worker = openWorker<Question, Answer>(start);
  try {
    return await worker.ask(question);
  } finally {
    await worker.close();
  }
}
