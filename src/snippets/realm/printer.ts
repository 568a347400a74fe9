import * as model from 'stage-two';
import { MAX_EVENTS, MAX_TEXT } from '../core/limits.ts';
import type { Message, OutputEvent } from '../core/types.ts';
import { format, plain } from './format.ts';
import { inspect } from './inspect.ts';
import { freeze, slice } from './primordials.ts';
import { tableEvent } from './table.ts';

/** What a snippet prints with. */
export interface Printer {
  readonly console: Readonly<
    Record<'log' | 'debug' | 'info' | 'warn' | 'error' | 'dir', (...values: unknown[]) => void>
  > & { readonly table: (data?: unknown, columns?: unknown) => void };
  readonly show: (...values: unknown[]) => void;
  /** From now on what is printed counts. */
  open(): void;
}

/** Thrown to leave code that prints too much; the host has been told already. */
export const CUT = freeze({ cut: true });

/** makePrinter turns calls of console and show into messages, within the output limit. */
export function makePrinter(post: (message: Message) => void): Printer {
  let shown = false;
  let cut = false;
  let room = MAX_TEXT;
  let events = 0;

  const emit = (event: OutputEvent): void => {
    if (cut) throw CUT;
    if (!shown) return;
    const over = event.text.length > room || events >= MAX_EVENTS;
    if (!over) {
      room -= event.text.length + 1;
      events += 1;
      post({ type: 'event', event });
      return;
    }
    cut = true;
    if (events < MAX_EVENTS && event.kind !== 'table' && event.kind !== 'show') {
      post({ type: 'event', event: { kind: event.kind, text: slice(event.text, 0, room) } });
    }
    post({ type: 'cut' });
    throw CUT;
  };
  const line =
    (kind: 'log' | 'info' | 'warn' | 'error') =>
    (...args: unknown[]): void =>
      emit({ kind, text: guarded(() => format(args)) });
  const log = line('log');

  return {
    open: () => {
      shown = true;
    },
    console: {
      log,
      debug: log,
      info: line('info'),
      warn: line('warn'),
      error: line('error'),
      dir: (value: unknown) => emit({ kind: 'log', text: guarded(() => inspect(value)) }),
      table: (data?: unknown, columns?: unknown) => {
        let event: OutputEvent | null = null;
        const text = guarded(() => {
          event = tableEvent(data, columns);
          return event === null ? plain(data) : '';
        });
        emit(event ?? { kind: 'log', text });
      },
    },
    show: (...values) => {
      for (let i = 0; i < values.length; i++) emit(shownEvent(values[i]));
    },
  };
}

/** guarded gives a text in any case: to read a reader's value may run code that throws. */
function guarded(make: () => string): string {
  try {
    return make();
  } catch {
    return '[a value that cannot be printed]';
  }
}

function shownEvent(value: unknown): OutputEvent {
  try {
    return { kind: 'show', tree: model.describe(value), text: model.renderText(value) };
  } catch {
    return { kind: 'log', text: guarded(() => plain(value)) };
  }
}
