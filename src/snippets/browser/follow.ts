import { intake } from '../core/intake.ts';
import { MAX_MS } from '../core/limits.ts';
import { NOT_OF_A_REALM, stopped, whyStopped } from '../core/stopped.ts';
import type { OutputEvent, RawError } from '../core/types.ts';

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
  const take = intake();
  let call: string | null = null;
  const end = (error: RawError | null, truncated = false): void => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    atEnd();
    settle({ error, truncated });
  };
  const stop = (message: string): void => end(stopped(message));
  const stopIn = (ms: number, why: () => string): number =>
    window.setTimeout(() => stop(why()), ms);
  let timer = stopIn(START_MS, () => 'the sandbox did not start');

  const hear = (data: unknown): void => {
    const heard = take(data);
    if (heard === null) stop(NOT_OF_A_REALM);
    else if (heard.type === 'asks') call = heard.call;
    else if (heard.type === 'event') onEvent(heard.event);
    else if (heard.type === 'cut') end(null, true);
    else if (heard.type === 'end') end(heard.error);
    else if (!started) {
      started = true;
      clearTimeout(timer);
      timer = stopIn(MAX_MS, () => whyStopped('slow', call));
    }
  };
  return { ended, stop, hear };
}
