import * as model from 'stage-two';
import { MAX_EVENTS, MAX_TEXT } from '../core/limits.ts';
import type { Message, OutputEvent } from '../core/types.ts';
import { UNPRINTABLE } from '../core/unprintable.ts';
import { format, plain } from './format.ts';
import { inspect } from './inspect.ts';
import { weigh } from '../core/weigh.ts';
import { add, list } from './list.ts';
import { freeze, indexOf, slice } from './primordials.ts';
import type { Remedy } from './remedies.ts';
import { isRecords, tableEvent } from './table.ts';

/** What a snippet prints with. */
export interface Printer {
  readonly console: Readonly<
    Record<'log' | 'debug' | 'info' | 'warn' | 'error' | 'dir', (...values: unknown[]) => void>
  > & { readonly table: (data?: unknown, columns?: unknown) => void };
  readonly show: (...values: unknown[]) => void;
  /** From now on what is printed counts. */
  open(): void;
  /** Keeps what the model says to an input that it refused. */
  note(remedy: Remedy): void;
  /** Prints what was noted and that neither the output nor `failed`, how the run ended, has told. */
  close(failed: string): void;
}

/** So many remedies stand below an output; a loop may be refused a hundred times. */
const REMEDIES = 3;

/** Thrown to leave code that prints too much; the host has been told already. */
export const CUT = freeze({ cut: true });

/** makePrinter turns calls of console and show into messages, within the output limit. */
export function makePrinter(post: (message: Message) => void): Printer {
  let shown = false;
  let cut = false;
  let room = MAX_TEXT;
  let events = 0;

  /** What the host cannot take over, though it is data, becomes a line. */
  const tell = (event: OutputEvent): void => {
    try {
      post({ type: 'event', event });
    } catch {
      post({ type: 'event', event: { kind: 'log', text: UNPRINTABLE } });
    }
  };
  const end = (): never => {
    cut = true;
    post({ type: 'cut' });
    throw CUT;
  };
  const noted = list<Remedy | undefined>();
  const emit = (event: OutputEvent): void => {
    if (cut) throw CUT;
    if (!shown) return;
    for (let i = 0; i < noted.length; i++) {
      const remedy = noted[i];
      if (remedy && indexOf(event.text, remedy.told) >= 0) noted[i] = undefined;
    }
    const size = weigh(event);
    if (size - 1 <= room && events < MAX_EVENTS) {
      room -= size;
      events += 1;
      return tell(event);
    }
    if (events < MAX_EVENTS && event.kind !== 'table' && event.kind !== 'show') {
      tell({ kind: event.kind, text: slice(event.text, 0, room) });
    }
    end();
  };
  const line =
    (kind: 'log' | 'info' | 'warn' | 'error') =>
    (...args: unknown[]): void =>
      emit({ kind, text: guarded(() => format(args)) });
  const log = line('log');
  const table = (data?: unknown, columns?: unknown): void => {
    let made: ReturnType<typeof tableEvent> = null;
    const text = guarded(() => {
      made = tableEvent(data, columns, room);
      return made === null ? plain(data) : '';
    });
    made = made as ReturnType<typeof tableEvent>;
    if (made === null) return emit({ kind: 'log', text });
    emit(made.event);
    if (made.more && shown) end();
  };

  return {
    open: () => {
      shown = true;
    },
    note: (remedy) => {
      if (!shown || noted.length >= REMEDIES) return;
      for (let i = 0; i < noted.length; i++) if (noted[i]?.text === remedy.text) return;
      add(noted, remedy);
    },
    close: (failed) => {
      for (let i = 0; i < noted.length; i++) {
        const remedy = noted[i];
        if (remedy && indexOf(failed, remedy.told) < 0) emit({ kind: 'warn', text: remedy.text });
      }
    },
    console: {
      log,
      debug: log,
      info: line('info'),
      warn: line('warn'),
      error: line('error'),
      dir: (value: unknown) => emit({ kind: 'log', text: guarded(() => inspect(value)) }),
      table,
    },
    show: (...values) => {
      for (let i = 0; i < values.length; i++) {
        if (areRecords(values[i])) table(values[i]);
        else emit(shownEvent(values[i]));
      }
    },
  };
}

/** A list of records of somebody's own is shown as a table. */
function areRecords(value: unknown): boolean {
  try {
    return isRecords(value);
  } catch {
    return false;
  }
}

/** guarded gives a text in any case: to read a reader's value may run code that throws. */
function guarded(make: () => string): string {
  try {
    return make();
  } catch {
    return UNPRINTABLE;
  }
}

function shownEvent(value: unknown): OutputEvent {
  try {
    // One description for both: a value may answer otherwise when it is asked again.
    const tree = model.describe(value);
    return { kind: 'show', tree, text: model.renderTree(tree) };
  } catch {
    return { kind: 'log', text: guarded(() => plain(value)) };
  }
}
