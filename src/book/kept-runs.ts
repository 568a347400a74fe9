import { STOPPED } from '../snippets/core/stopped.ts';
import type { Program, RunResult } from '../snippets/core/types.ts';
import type { RunFence } from './page/fences.ts';
import { Kept, sum } from './kept.ts';
import { stamp } from './stamp.ts';

/** What a run depends on beside the code of the fences: the model, and all that compiles and runs them. */
export const RUN_INPUTS = [
  'src/model',
  'src/snippets',
  'src/worker',
  'src/root.ts',
  'package-lock.json',
] as const;

/** What is kept of a run. */
interface KeptRun {
  readonly program: Program | null;
  readonly result: RunResult;
}

/** Runs of an earlier check. */
export interface KeptRuns {
  /** The run of the last of these fences after the others; undefined where it must run. */
  get(parts: readonly RunFence[]): KeptRun | undefined;
  set(parts: readonly RunFence[], run: KeptRun): void;
  save(): void;
}

export function keptRuns(folder?: string): KeptRuns {
  const now = stamp(RUN_INPUTS);
  const kept = new Kept<KeptRun>('runs', now, folder);
  return {
    get: (parts) => kept.get(keyOf(parts)),
    set(parts, run) {
      if (isSteady(run)) kept.set(keyOf(parts), run);
    },
    save() {
      // The model may have changed while the fences ran: nobody knows then which of the two they met.
      if (stamp(RUN_INPUTS) === now) kept.save();
    },
  };
}

function keyOf(parts: readonly RunFence[]): string {
  return sum(JSON.stringify(parts.map(({ id, code }) => [id, code])));
}

/**
 * Whether another run would give the same. What was stopped, for its time or its memory, may end on a
 * machine that is less busy; what reads the clock or throws dice never gives the same twice.
 */
function isSteady({ program, result: { error } }: KeptRun): boolean {
  return (
    error?.name !== STOPPED &&
    !/\b(?:Date|random|WeakRef|FinalizationRegistry)\b/.test(program?.js ?? '')
  );
}
