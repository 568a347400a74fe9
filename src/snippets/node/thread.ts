import { Script, createContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { MAX_MS, SOURCE_NAME, tooLong } from '../core/limits.ts';
import type { Message, Program } from '../core/types.ts';
import type { Host, Realm } from '../realm/realm.ts';

/** A program to run; `turn` answers carry the same number. */
export interface Job {
  readonly id: number;
  readonly program: Program;
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

async function run(program: Program, tell: (message: Message) => void): Promise<void> {
  let call: string | null = null;
  const post = (message: Message): void => {
    if (message.type === 'asks') ({ call } = message);
    else tell(message);
  };
  const context = createContext(Object.create(null), { microtaskMode: 'afterEvaluate' });
  const end = performance.now() + PATIENCE * MAX_MS;
  let realm: Realm | null = null;
  const rejected: unknown[] = [];
  const note = (reason: unknown): void => void rejected.push(reason);
  process.on('unhandledRejection', note);
  try {
    const make = program.whole ? makeWhole : makeUsual;
    const { makeRealm } = make.runInContext(context) as { makeRealm: (host: Host) => Realm };
    realm = makeRealm({ post, syntaxPlace });
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
    post(stopped(call));
  } finally {
    process.off('unhandledRejection', note);
  }
}

function stopped(call: string | null): Message {
  const error = { name: 'Stopped', message: tooLong(call), line: null, column: null };
  return { type: 'end', error };
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

parentPort?.on('message', async ({ id, program }: Job) => {
  const messages: Message[] = [];
  const before = process.threadCpuUsage();
  await run(program, (message) => void messages.push(structuredClone(message)));
  const { user, system } = process.threadCpuUsage(before);
  const late = (user + system) / 1000 > MAX_MS;
  const end = messages.findIndex((message) => message.type === 'end' && !message.error);
  if (late && end >= 0) messages[end] = stopped(null);
  parentPort?.postMessage({ id, messages });
});
