import { locate } from '../core/locate.ts';
import { compile } from '../core/program.ts';
import type { Compiled, Source } from '../core/program.ts';
import { makeResult } from '../core/result.ts';
import { intake } from '../core/intake.ts';
import { NOT_OF_A_REALM, stopped, whyStopped } from '../core/stopped.ts';
import type { OutputEvent, Program, RawError, RunResult } from '../core/types.ts';
import { bundle } from './bundle.ts';
import { openRealmWorker, type RealmWorker } from './realm-worker.ts';
import type { Said } from './worker.ts';

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
 * milliseconds each, as many at a time as there are workers.
 */
export async function startRunner(count = 1): Promise<Runner> {
  const [code, usual, whole] = await Promise.all([
    bundle('node/worker.ts', 'node'),
    bundle('node/context.ts', 'node', 'usual'),
    bundle('node/context.ts', 'node'),
  ]);
  const workers = Array.from({ length: count }, () => openRealmWorker(code, { usual, whole }));
  const free = (): RealmWorker =>
    workers.reduce((best, worker) => (worker.waiting < best.waiting ? worker : best));
  return {
    async run(fences, compiled = compile(fences)) {
      if (!compiled.ok) return makeResult([], compiled.error, false);
      const { program } = compiled;
      return readMessages(await free().ask(program), program, fences);
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
}

/** readMessages makes the result of what a realm said, taken through the guard that the page has too. */
export function readMessages(
  { messages, stopped: why, trace }: Said,
  program: Program,
  fences: readonly Source[],
): RunResult {
  const hear = intake();
  const events: OutputEvent[] = [];
  let call = trace ?? null;
  let truncated = false;
  let raw: RawError | null = null;
  for (const data of messages) {
    const heard = hear(data);
    if (heard?.type === 'event') events.push(heard.event);
    else if (heard?.type === 'asks') ({ call } = heard);
    else if (heard?.type === 'cut') truncated = true;
    else if (heard === null) raw = stopped(NOT_OF_A_REALM);
    else if (heard.type === 'end') raw = heard.error;
    if (truncated || raw !== null) break;
  }
  if (why !== null) raw ??= stopped(whyStopped(why, call));
  const error = raw ? locate(raw, program.parts, fences, program.js) : null;
  return makeResult(events, error, truncated);
}
