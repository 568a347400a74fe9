import { MAX_MS } from '../core/limits.ts';
import { add, list } from './list.ts';

interface Timer {
  readonly id: number;
  readonly due: number;
  readonly run: () => void;
}

/**
 * Timers on a clock of their own: it jumps to the next timer as soon as nothing else is left to do.
 * So the order is that of real timers, the same in every host, and nobody waits.
 */
export interface Timers {
  setTimeout(callback: unknown, delay?: unknown): number;
  clearTimeout(id: unknown): void;
  /** Runs the next timer. 'none': there is none. 'late': it is due after the time limit. */
  next(): 'ran' | 'none' | 'late';
}

/** makeTimers starts a clock at 0. */
export function makeTimers(): Timers {
  let now = 0;
  let last = 0;
  let waiting = list<Timer>();
  const takeOut = (id: unknown): void => {
    const left = list<Timer>();
    for (let i = 0; i < waiting.length; i++) {
      const timer = waiting[i];
      if (timer && timer.id !== id) add(left, timer);
    }
    waiting = left;
  };
  return {
    setTimeout(callback, delay) {
      if (typeof callback !== 'function') throw new TypeError('setTimeout takes a function');
      const ms = typeof delay === 'number' && delay > 0 ? delay : 0;
      last += 1;
      add(waiting, { id: last, due: now + ms, run: callback as () => void });
      return last;
    },
    clearTimeout: takeOut,
    next() {
      let first: Timer | undefined;
      for (let i = 0; i < waiting.length; i++) {
        const timer = waiting[i];
        if (timer && (!first || timer.due < first.due)) first = timer;
      }
      if (!first) return 'none';
      if (first.due > MAX_MS) return 'late';
      now = first.due;
      takeOut(first.id);
      first.run();
      return 'ran';
    },
  };
}
