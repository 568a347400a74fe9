import { MAX_ASKS, MAX_EVENTS, MAX_MS, tooLong } from '../core/limits.ts';
import type { OutputEvent, RawError } from '../core/types.ts';
import { readMessage } from './read-message.ts';

/** How a run in the sandbox ended. */
export interface Ended {
  readonly error: RawError | null;
  readonly truncated: boolean;
}

/** A run in the sandbox. */
export interface Running {
  readonly ended: Promise<Ended>;
  /** Ends the run; `why` is what the reader is told. */
  stop(why: string): void;
}

/** A run, with the ear for its worker. */
export interface Followed extends Running {
  hear(data: unknown): void;
}

export type OnEvent = (event: OutputEvent) => void;

/** Time for the frame and a worker to start on a slow machine; a snippet's own time counts from its start. */
const START_MS = 10_000;

/**
 * follow listens to one run until it ends, by itself or because it takes too long, says too much,
 * or says what no realm says. `atEnd` is called once, before `ended` is settled.
 */
export function follow(onEvent: OnEvent, atEnd: () => void): Followed {
  let settle: (how: Ended) => void;
  const ended = new Promise<Ended>((resolve) => (settle = resolve));
  let over = false;
  let started = false;
  let heard = 0;
  let asks = 0;
  let call: string | null = null;
  const end = (error: RawError | null, truncated = false): void => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    atEnd();
    settle({ error, truncated });
  };
  const stop = (message: string): void =>
    end({ name: 'Stopped', message, line: null, column: null });
  const stopIn = (ms: number, why: () => string): number =>
    window.setTimeout(() => stop(why()), ms);
  let timer = stopIn(START_MS, () => 'the sandbox did not start');

  const hear = (data: unknown): void => {
    const message = readMessage(data);
    if (message?.type === 'asks') asks += 1;
    else heard += 1;
    if (message === null || heard > MAX_EVENTS + 3 || asks > 2 * MAX_ASKS) {
      stop('the sandbox sent what no snippet can print');
    } else if (message.type === 'asks') call = message.call;
    else if (message.type === 'event') onEvent(message.event);
    else if (message.type === 'cut') end(null, true);
    else if (message.type === 'end') end(message.error);
    else if (!started) {
      started = true;
      clearTimeout(timer);
      timer = stopIn(MAX_MS, () => tooLong(call));
    }
  };
  return { ended, stop, hear };
}
