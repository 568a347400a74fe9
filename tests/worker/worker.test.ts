import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { askOnce, openWorker } from '../../src/worker/open-worker.ts';

const start = () => new Worker(new URL('support/doubling.ts', import.meta.url));
type Question = number | 'throws' | 'ends' | 'hangs';

test('a worker answers one question after the other', { timeout: 60_000 }, async () => {
  const worker = openWorker<Question, number>(start);
  const answers = Promise.all([1, 2, 3].map((n) => worker.ask(n)));
  expect(worker.waiting).toBe(3);
  expect(await answers).toEqual([2, 4, 6]);
  expect(worker.waiting).toBe(0);
  await worker.close();
});

test.each([
  ['throws', /^too hard$/],
  ['ends', /^the worker ended before it answered$/],
] as const)('one that %s rejects, and the next question has a new worker', async (ask, why) => {
  const worker = openWorker<Question, number>(start);
  const [failed, next] = await Promise.allSettled([worker.ask(ask), worker.ask(4)]);
  expect(failed).toMatchObject({ status: 'rejected' });
  expect(((failed as PromiseRejectedResult).reason as Error).message).toMatch(why);
  expect(next).toEqual({ status: 'fulfilled', value: 8 });
  await worker.close();
});

test('one that does not answer in time is ended; its answer is the one for what is lost', async () => {
  const lost = ({ message }: Error) => message;
  const worker = openWorker<Question, number | string>(start, { maxMs: 2_000, lost });
  expect(await worker.ask('hangs')).toBe('no answer');
  await worker.close();
});

test('one question needs no more than its answer', { timeout: 60_000 }, async () => {
  expect(await askOnce<Question, number>(start, 21)).toBe(42);
});
