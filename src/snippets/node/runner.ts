import { Worker } from 'node:worker_threads';
import { MAX_MS } from '../core/limits.ts';
import { locate } from '../core/locate.ts';
import { compile } from '../core/program.ts';
import type { Source } from '../core/program.ts';
import { makeResult } from '../core/result.ts';
import type { Message, OutputEvent, Program, RunResult } from '../core/types.ts';
import { bundle } from './bundle.ts';

/** Runs snippets, one after the other, each in a world of its own. */
export interface Runner {
  /** run compiles and runs the last fence, after the earlier ones of its group. It never rejects. */
  run(fences: readonly Source[]): Promise<RunResult>;
  close(): Promise<void>;
}

/** Time for a thread to start and to answer, beyond what the snippet itself may take. */
const GRACE_MS = 10_000;

/** startRunner bundles the model once; snippets then take a few milliseconds each. */
export async function startRunner(): Promise<Runner> {
  const [thread, context] = await Promise.all([
    bundle('node/thread.ts', 'node'),
    bundle('node/context.ts', 'node'),
  ]);
  let worker: Worker | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let jobs = 0;

  const start = (): Worker =>
    new Worker(thread, {
      eval: true,
      workerData: context,
      // A snippet that eats memory ends its thread, not the build.
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    });

  const ask = (program: Program): Promise<Message[]> =>
    new Promise((resolve) => {
      const own = (worker ??= start());
      const id = (jobs += 1);
      const finish = (messages: Message[]): void => {
        clearTimeout(timer);
        own.off('message', receive).off('error', lost).unref();
        resolve(messages);
      };
      const receive = (answer: { id: number; messages: Message[] }): void => {
        if (answer.id === id) finish(answer.messages);
      };
      const lost = (why?: Error): void => {
        worker = null;
        void own.terminate();
        finish([{ type: 'end', error: endOfThread(why) }]);
      };
      const timer = setTimeout(lost, MAX_MS + GRACE_MS);
      own.ref();
      own.on('message', receive).once('error', lost).postMessage({ id, program });
    });

  const runNow = async (fences: readonly Source[]): Promise<RunResult> => {
    const compiled = compile(fences);
    if (!compiled.ok) return makeResult([], compiled.error, false);
    const { program } = compiled;
    return readMessages(await ask(program), program, fences);
  };

  return {
    run(fences) {
      const result = queue.then(() => runNow(fences));
      queue = result;
      return result;
    },
    async close() {
      await worker?.terminate();
      worker = null;
    },
  };
}

function endOfThread(why?: Error): { name: string; message: string; line: null; column: null } {
  const memory = (why as { code?: string } | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
  const message = memory
    ? 'the code took more memory than there is'
    : (why?.message ?? 'no answer');
  return { name: 'Stopped', message, line: null, column: null };
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
