import { answerWith } from '../../../src/worker/answer.ts';

/* A worker for tests: doubles numbers, and fails in each of the ways that a worker can. */
answerWith((question: number | 'throws' | 'ends' | 'hangs') => {
  if (question === 'throws') throw new Error('too hard');
  if (question === 'ends') process.exit(0);
  if (question === 'hangs') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  return Number(question) * 2;
});
