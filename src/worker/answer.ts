import { parentPort } from 'node:worker_threads';

/** answerWith is what the file of a worker calls: each question that openWorker sends gets its answer. */
export function answerWith<Question, Answer>(
  answer: (question: Question) => Answer | Promise<Answer>,
): void {
  parentPort?.on('message', async (question: Question) => {
    parentPort?.postMessage(await answer(question));
  });
}
