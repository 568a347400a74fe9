import { availableParallelism } from 'node:os';
import { programFences } from '../snippets/core/group.ts';
import type { RunResult } from '../snippets/core/types.ts';
import { startRunner } from '../snippets/node/runner.ts';
import type { RunFence } from './fences.ts';

/** A fence with what its run gave. */
export interface Run {
  readonly fence: RunFence;
  readonly result: RunResult;
}

/** More threads than this wait for the bundles rather than for each other. */
const MAX_THREADS = 4;

/** Runs fences in any order, each after the earlier ones of its group on the same page. */
export async function runFences(fences: readonly RunFence[]): Promise<Run[]> {
  if (fences.length === 0) return [];
  const runner = await startRunner(Math.min(availableParallelism(), MAX_THREADS));
  try {
    return await Promise.all(
      fences.map(async (fence) => {
        const near = fences.filter(({ page }) => page === fence.page);
        return { fence, result: await runner.run(programFences(near, near.indexOf(fence))) };
      }),
    );
  } finally {
    await runner.close();
  }
}
