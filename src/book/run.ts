import { availableParallelism } from 'node:os';
import { programFences } from '../snippets/core/group.ts';
import { compile } from '../snippets/core/program.ts';
import { STOPPED } from '../snippets/core/stopped.ts';
import type { Program, RunResult } from '../snippets/core/types.ts';
import { startRunner, type Runner } from '../snippets/node/runner.ts';
import type { RunFence } from './page/fences.ts';
import { keptRuns, type KeptRuns } from './kept-runs.ts';

/** A fence with what its run gave. */
export interface Run {
  readonly fence: RunFence;
  /** What ran; null where the code is no program. */
  readonly program: Program | null;
  readonly result: RunResult;
}

/** Runs that have begun: those that are asked for come before those that wait. */
export interface Runs {
  /** The run of one fence; its page's fences come next. */
  of(fence: RunFence): Promise<Run>;
  /** All runs, in the order of the fences. */
  readonly all: Promise<readonly Run[]>;
}

/** More workers than this wait for the bundles rather than for each other. */
const MAX_WORKERS = 4;

/** A run that waits for a worker. */
interface Job {
  readonly fence: RunFence;
  readonly parts: readonly RunFence[];
  readonly settle: (run: Run | Promise<never>) => void;
  /** It was stopped once, and has come back to the end of those that wait. */
  readonly again?: true;
}

/** Runs fences, each after the earlier ones of its group on the same page; what is kept is not run again. */
export function startRuns(fences: readonly RunFence[], kept: KeptRuns = keptRuns()): Runs {
  const waiting: Job[] = [];
  const runs = new Map<RunFence, Promise<Run>>();
  for (const near of byPage(fences).values())
    for (const [index, fence] of near.entries()) {
      const parts = programFences(near, index);
      const before = kept.get(parts);
      const run = before
        ? Promise.resolve({ fence, ...before })
        : new Promise<Run>((settle) => waiting.push({ fence, parts, settle }));
      // Whoever asks for a run hears of a failure; nobody may ask.
      run.catch(() => {});
      runs.set(fence, run);
    }
  const ended = work(waiting, kept);
  ended.catch(() => {});
  return {
    of(fence) {
      const run = runs.get(fence);
      if (!run) throw new Error(`fence ${fence.id} is not of this book`);
      const near = (job: Job): number => Number(job.fence.page.path === fence.page.path);
      waiting.sort((a, b) => near(b) - near(a));
      return run;
    },
    all: ended.then(() => Promise.all(fences.flatMap((fence) => runs.get(fence) ?? []))),
  };
}

/** Takes jobs from the front until none is left. */
async function work(waiting: Job[], kept: KeptRuns): Promise<void> {
  if (waiting.length === 0) return;
  try {
    // One core is left to the page that somebody waits for.
    const cores = Math.max(1, availableParallelism() - 1);
    const workers = Math.min(cores, MAX_WORKERS, waiting.length);
    const runner = await startRunner(workers);
    try {
      await Promise.all(Array.from({ length: workers }, () => takeFrom(waiting, runner, kept)));
    } finally {
      await runner.close();
    }
    kept.save();
  } catch (error) {
    const failed = Promise.reject(error);
    for (const { settle } of waiting) settle(failed);
    throw error;
  }
}

async function takeFrom(waiting: Job[], runner: Runner, kept: KeptRuns): Promise<void> {
  for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
    const { fence, parts, settle } = job;
    const compiled = compile(parts);
    const program = compiled.ok ? compiled.program : null;
    const result = await runner.run(parts, compiled);
    // Beside many others it may not have had its time: what is stopped has a second try when they are done.
    if (result.error?.name === STOPPED && !job.again) {
      waiting.push({ ...job, again: true });
      continue;
    }
    kept.set(parts, { program, result });
    settle({ fence, program, result });
  }
}

function byPage(fences: readonly RunFence[]): Map<string, RunFence[]> {
  const pages = new Map<string, RunFence[]>();
  for (const fence of fences) {
    const near = pages.get(fence.page.path) ?? [];
    near.push(fence);
    pages.set(fence.page.path, near);
  }
  return pages;
}
