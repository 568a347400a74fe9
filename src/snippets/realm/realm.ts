import * as model from 'stage-two';
import { PARAMETERS } from '../core/parameters.ts';
import { SOURCE_NAME } from '../core/limits.ts';
import type { Message, Program, RawError } from '../core/types.ts';
import { failure } from './failure.ts';
import { lockdown } from './lockdown.ts';
import { missingExport } from './missing.ts';
import { CUT, makePrinter } from './printer.ts';
import { withRemedies } from './remedies.ts';
import { warmUp } from './warm-up.ts';
import { makeTimers } from './timers.ts';
import { watched } from './watch.ts';

/** What a realm needs of the program that it runs in. */
export interface Host {
  /** Takes a message away; must not throw. */
  post(message: Message): void;
  /** Finds where the engine refuses `js`, the body of an async function. */
  syntaxPlace(js: string, found: (line: number | null, column: number | null) => void): void;
}

/** One snippet's world. It runs one program, once. */
export interface Realm {
  run(program: Pick<Program, 'js' | 'imports' | 'parts'>): void;
  /** Warms the engine up for a program to come; nothing of it is to be seen. */
  warmUp(): void;
  /** To be called, each time in a task of its own, until it says false: the run has ended. */
  turn(): boolean;
  /** Tells of a promise that was rejected and that nobody waits for. */
  unhandled(reason: unknown): void;
}

const AsyncFunction = (async () => {}).constructor as new (
  ...text: string[]
) => (...args: unknown[]) => Promise<void>;

/** makeRealm takes this global object for a snippet: afterwards it has the language, console, show, setTimeout. */
export function makeRealm(host: Host): Realm {
  let ended = false;
  let settled = false;
  let refused = false;
  let idle = 0;
  const finish = (last: Message): void => {
    if (ended) return;
    ended = true;
    host.post(last);
  };
  const end = (error: RawError | null): void => {
    if (ended) return;
    try {
      printer.close(error?.message ?? '');
    } catch {
      return; // the output was full, and the host has been told
    }
    finish({ type: 'end', error });
  };
  const fail = (thrown: unknown): void => {
    if (thrown !== CUT) end(failure(thrown));
  };
  const printer = makePrinter((message) => {
    if (ended) return;
    host.post(message);
    ended = message.type === 'cut';
  });
  const timers = makeTimers();
  const asked = watched(model, (call) => host.post({ type: 'asks', call }));
  const whole = { ...model, ...asked };
  const two = Object.freeze(withRemedies(whole, (remedy) => printer.note(remedy)));

  // The snippet's own frame has to be in the stack, also below many of the model's.
  Error.stackTraceLimit = 50;
  lockdown();
  Object.assign(globalThis, {
    console: printer.console,
    show: printer.show,
    setTimeout: timers.setTimeout,
    clearTimeout: timers.clearTimeout,
  });

  return {
    warmUp: () => warmUp(printer),
    run({ js, imports, parts }) {
      const missing = missingExport(two, imports);
      if (missing) return end(missing);
      const last = parts.length - 1;
      if (last === 0) printer.open();
      let main: (...args: unknown[]) => unknown;
      try {
        main = new AsyncFunction(...PARAMETERS, `${js}\n//# sourceURL=${SOURCE_NAME}`);
      } catch (thrown) {
        refused = true;
        const { name, message } = failure(thrown);
        return host.syntaxPlace(js, (line, column) => end({ name, message, line, column }));
      }
      main(
        two,
        (part: number) => {
          if (part === last) printer.open();
        },
        () => {
          settled = true;
        },
        fail,
      );
    },
    turn() {
      // Of refused code only the place is still to come, and the host tells it.
      if (ended || refused) return false;
      try {
        const timer = timers.next();
        if (timer === 'late') finish({ type: 'stopped', why: 'late' });
        idle = timer === 'ran' ? 0 : idle + 1;
      } catch (thrown) {
        fail(thrown);
      }
      // Hosts tell of rejected promises in a task of their own, hence the second idle turn.
      if (idle >= 2) {
        if (settled) end(null);
        else finish({ type: 'stopped', why: 'pending' });
      }
      return !ended;
    },
    unhandled: fail,
  };
}
