import { availableParallelism } from 'node:os';
import { programFences } from '../snippets/core/group.ts';
import { compile } from '../snippets/core/program.ts';
import type { Program, RunResult } from '../snippets/core/types.ts';
import { startRunner } from '../snippets/node/runner.ts';
import type { RunFence } from './fences.ts';

/** A fence with what its run gave. */
export interface Run {
  readonly fence: RunFence;
  /** What ran; null where the code is no program. */
  readonly program: Program | null;
  readonly result: RunResult;
}

/** More threads than this wait for the bundles rather than for each other. */
const MAX_THREADS = 4;

/** Runs fences in any order, each after the earlier ones of its group on the same page. */
export async function runFences(fences: readonly RunFence[]): Promise<Run[]> {
  if (fences.length === 0) return [];
  const pages = new Set(fences.map(({ page }) => page));
  const nearOf = new Map(
    [...pages].map((page) => [page, fences.filter((one) => one.page === page)]),
  );
  const runner = await startRunner(Math.min(availableParallelism(), MAX_THREADS));
  try {
    return await Promise.all(
      fences.map(async (fence) => {
        const near = nearOf.get(fence.page) ?? [];
        const parts = programFences(near, near.indexOf(fence));
        const compiled = compile(parts);
        const program = compiled.ok ? compiled.program : null;
        return { fence, program, result: await runner.run(parts, compiled) };
      }),
    );
  } finally {
    await runner.close();
  }
}
