import { locate } from '../core/locate.ts';
import { compile } from '../core/program.ts';
import type { Compiled, Source } from '../core/program.ts';
import { makeResult } from '../core/result.ts';
import type { Message, OutputEvent, Program, RunResult } from '../core/types.ts';
import { bundle } from './bundle.ts';
import { openLane } from './lane.ts';
import type { Lane } from './lane.ts';

/** Runs snippets, each in a world of its own. */
export interface Runner {
  /**
   * run runs the last fence, after the earlier ones of its group; `compiled` is the program of them all.
   * It never rejects.
   */
  run(fences: readonly Source[], compiled?: Compiled): Promise<RunResult>;
  close(): Promise<void>;
}

/**
 * startRunner bundles the model once, whole and in its usual part; snippets then take a few
 * milliseconds each, as many at a time as there are threads.
 */
export async function startRunner(threads = 1): Promise<Runner> {
  const [thread, usual, whole] = await Promise.all([
    bundle('node/thread.ts', 'node'),
    bundle('node/context.ts', 'node', 'usual'),
    bundle('node/context.ts', 'node'),
  ]);
  const lanes = Array.from({ length: threads }, () => openLane(thread, { usual, whole }));
  const free = (): Lane =>
    lanes.reduce((best, lane) => (lane.waiting < best.waiting ? lane : best));
  return {
    async run(fences, compiled = compile(fences)) {
      if (!compiled.ok) return makeResult([], compiled.error, false);
      const { program } = compiled;
      return readMessages(await free().ask(program), program, fences);
    },
    async close() {
      await Promise.all(lanes.map((lane) => lane.close()));
    },
  };
}

/** readMessages makes the result of what a realm said. */
export function readMessages(
  messages: readonly Message[],
  program: Program,
  fences: readonly Source[],
): RunResult {
  const events = messages.flatMap((m): OutputEvent[] => (m.type === 'event' ? [m.event] : []));
  const truncated = messages.some(({ type }) => type === 'cut');
  const raw = messages.find((m) => m.type === 'end')?.error;
  const error = raw ? locate(raw, program.parts, fences, program.js) : null;
  return makeResult(events, error, truncated);
}
