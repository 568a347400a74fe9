import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Seen } from '../../observations/sighting.ts';
import { askOnce } from '../../worker/open-worker.ts';
import { Kept } from '../kept.ts';
import type { Observed } from './observed.ts';
import { contentDir } from '../places.ts';
import { stamp } from '../stamp.ts';

/** What the answers depend on beside the observations: the model, and all that reads and compares. */
export const OBSERVED_INPUTS = [
  'src/model',
  'src/observations',
  'src/book',
  'src/worker',
  'src/root.ts',
  'package-lock.json',
] as const;

/** Where a book has its observations. */
export const observationsDir = (content: string = contentDir()): string =>
  join(content, 'data/observations');

/** What is asked of the worker, and what it answers. */
export interface Answers {
  /** The check of the observations. */
  readonly observed: Observed;
  /** Answers of the model that they confirm. */
  readonly seen: Seen;
}

/** A question to the worker. */
export interface Question {
  readonly what: keyof Answers;
  readonly content: string;
}

const NONE: Answers = { observed: { cases: [], problems: [] }, seen: {} };

/**
 * keptObserved answers a question about the observations of a book. Where they and the code are as they
 * were, nothing is read again; else a worker finds the answer beside what else is done, with the code
 * as its files are now.
 */
export async function keptObserved<What extends keyof Answers>(
  what: What,
  content: string = contentDir(),
  folder?: string,
): Promise<Answers[What]> {
  const observations = observationsDir(content);
  if (!existsSync(observations)) return NONE[what];
  const [code, key] = [stamp(OBSERVED_INPUTS), stamp([observations])];
  const kept = new Kept<Answers[What]>(what, code, folder);
  const before = kept.get(key);
  if (before) return before;
  const answer = await askOnce<Question, Answers[What]>(
    () => new Worker(new URL('worker.ts', import.meta.url)),
    { what, content },
  );
  // What changed meanwhile may have been met or not.
  if (stamp(OBSERVED_INPUTS) === code && stamp([observations]) === key) {
    kept.set(key, answer);
    kept.save();
  }
  return answer;
}
