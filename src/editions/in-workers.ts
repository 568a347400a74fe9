import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { askOnce } from '../worker/open-worker.ts';
import type { Edition } from './edition.ts';

/** What a worker needs to make the editions of some pages. */
export interface Work {
  /** The folder of the site, with a slash at its end. */
  readonly folder: string;
  /** Where the site stands; null where nobody knows. */
  readonly site: string | null;
  /** Addresses of all chapters of the guide. */
  readonly guide: readonly string[];
  /** Addresses of the pages that the worker makes editions of. */
  readonly share: readonly string[];
}

/** What a worker answers: each address with its edition. */
export type Made = readonly (readonly [route: string, edition: Edition])[];

/** More workers than this take longer to start than they save. */
const MAX_WORKERS = 4;

const start = (): Worker => new Worker(new URL('worker.ts', import.meta.url));

/** editionsInWorkers makes the editions of pages by their addresses, in as many workers as there are processors. */
export async function editionsInWorkers(
  routes: readonly string[],
  work: Omit<Work, 'share'>,
): Promise<ReadonlyMap<string, Edition>> {
  const workers = Math.min(availableParallelism(), MAX_WORKERS, routes.length);
  const parts = await Promise.all(
    Array.from({ length: workers }, (_, worker) => {
      // Neighbours are alike, and long ones must not meet in one worker.
      const share = routes.filter((_route, index) => index % workers === worker);
      return askOnce<Work, Made>(start, { ...work, share });
    }),
  );
  return new Map(parts.flat());
}
