/** A clock that shows step after step, until it is stopped or a reader touches anything. */
export interface Clock {
  readonly running: boolean;
  /** Calls `tick` after some milliseconds, instead of what it was to call before. */
  next(ms: number, tick: () => void): void;
  stop(): void;
}

/**
 * clock gives one that stands still. Each key and each click stops it, wherever it falls, and so does
 * a page that is put away; `own` names the events that have another meaning. `halted` hears of it.
 */
export function clock(own: (event: Event) => boolean, halted: () => void): Clock {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const touched = (event: Event): void => {
    if (own(event)) return;
    stop();
    halted();
  };
  const TOUCHES = ['keydown', 'click', 'visibilitychange'];
  function stop(): void {
    clearTimeout(timer);
    timer = undefined;
    for (const type of TOUCHES) document.removeEventListener(type, touched, true);
  }
  return {
    get running() {
      return timer !== undefined;
    },
    next(ms, tick) {
      stop();
      for (const type of TOUCHES) document.addEventListener(type, touched, true);
      timer = setTimeout(tick, ms);
    },
    stop,
  };
}
