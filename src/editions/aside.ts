import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Edition } from './edition.ts';

/** What a thread needs to make the editions of some pages. */
export interface Work {
  /** The folder of the site, with a slash at its end. */
  readonly folder: string;
  readonly site: string;
  /** Addresses of all chapters of the guide. */
  readonly guide: readonly string[];
  /** Addresses of the pages that the thread makes editions of. */
  readonly share: readonly string[];
}

/** More threads than this take longer to start than they save. */
const MAX_THREADS = 4;

/** editionsAside makes the editions of pages by their addresses, in as many threads as there are processors. */
export async function editionsAside(
  routes: readonly string[],
  work: Omit<Work, 'share'>,
): Promise<ReadonlyMap<string, Edition>> {
  const threads = Math.min(availableParallelism(), MAX_THREADS, routes.length);
  const parts = await Promise.all(
    Array.from({ length: threads }, async (_, thread) => {
      // Neighbours are alike, and long ones must not meet in one thread.
      const share = routes.filter((_route, index) => index % threads === thread);
      const workerData: Work = { ...work, share };
      const [made] = await once(
        new Worker(new URL('thread.ts', import.meta.url), { workerData }),
        'message',
      );
      return made as readonly (readonly [string, Edition])[];
    }),
  );
  return new Map(parts.flat());
}
