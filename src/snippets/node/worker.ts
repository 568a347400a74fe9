import { Script, createContext } from 'node:vm';
import { workerData } from 'node:worker_threads';
import { answerWith } from '../../worker/answer.ts';
import { MAX_MS, SOURCE_NAME } from '../core/limits.ts';
import type { Why } from '../core/stopped.ts';
import type { Message, Program } from '../core/types.ts';
import type { Host, Realm } from '../realm/realm.ts';

/** What a realm said in its run, for `intake`, and why its host ended the run; null: it did not. */
export interface Said {
  readonly messages: readonly unknown[];
  readonly stopped: Why | null;
  /** What a lost worker left behind. */
  readonly trace?: string;
}

/**
 * A build shares its processors: a run may last so many times longer by the clock as it may take of a
 * processor. What takes more than its time of a processor is stopped, as in the page.
 */
const PATIENCE = 3;

/** What a fresh context runs first, as text: with the usual part of the model, and with all of it. */
export interface Contexts {
  readonly usual: string;
  readonly whole: string;
}

const { usual, whole } = workerData as Contexts;
const maker = (text: string): Script =>
  new Script(`(()=>{const module={exports:{}};${text};return module.exports})()`);
const makeUsual = maker(usual);
const makeWhole = maker(whole);
const step = new Script('{const step=$step;delete globalThis.$step;step()}');

/** inContext runs `work`, and the promises that it leaves behind, within the time that is left. */
function inContext(context: object, work: () => void, ms: number): void {
  Object.defineProperty(context, '$step', { value: work, configurable: true });
  step.runInContext(context as never, { timeout: Math.max(Math.ceil(ms), 1) });
}

/** Runs a program to its end; true: it was ended, because it took too long. */
async function run(program: Program, tell: (message: Message) => void): Promise<boolean> {
  const context = createContext(Object.create(null), { microtaskMode: 'afterEvaluate' });
  const end = performance.now() + PATIENCE * MAX_MS;
  let realm: Realm | null = null;
  const rejected: unknown[] = [];
  const note = (reason: unknown): void => void rejected.push(reason);
  process.on('unhandledRejection', note);
  try {
    const make = program.whole ? makeWhole : makeUsual;
    const { makeRealm } = make.runInContext(context) as { makeRealm: (host: Host) => Realm };
    realm = makeRealm({ post: tell, syntaxPlace });
    const world = realm;
    inContext(context, () => world.run(program), end - performance.now());
    const turn = { more: true };
    while (turn.more) {
      await new Promise(setImmediate);
      for (const reason of rejected.splice(0)) world.unhandled(reason);
      inContext(context, () => void (turn.more = world.turn()), end - performance.now());
    }
  } catch (thrown) {
    if ((thrown as { code?: string }).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw thrown;
    return true;
  } finally {
    process.off('unhandledRejection', note);
  }
  return false;
}

/** V8 writes the place of a syntax error above its stack: file, line, the line's text, a caret. */
const syntaxPlace: Host['syntaxPlace'] = (js, found) => {
  const prefix = '(async function(){';
  try {
    void new Script(`${prefix}${js}\n})`, { filename: SOURCE_NAME });
    found(null, null);
  } catch (thrown) {
    const [head = '', , caret = ''] = ((thrown as Error).stack ?? '').split('\n');
    const line = Number(/:(\d+)$/.exec(head)?.[1]);
    const column = caret.indexOf('^') + 1;
    found(line || null, column > 0 && line > 1 ? column : null);
  }
};

answerWith(async (program: Program): Promise<Said> => {
  const messages: Message[] = [];
  const before = process.threadCpuUsage();
  const ended = await run(program, (message) => void messages.push(structuredClone(message)));
  const { user, system } = process.threadCpuUsage(before);
  const slow = ended || (user + system) / 1000 > MAX_MS;
  return { messages, stopped: slow ? 'slow' : null };
});
