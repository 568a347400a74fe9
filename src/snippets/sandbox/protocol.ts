import type { Message, Program } from '../core/types.ts';

/** What the frame tells the page: by window message once, with its port; by that port from then on. */
export type FrameNews =
  | { readonly type: 'frame' }
  /** A worker waits for its program at the port that comes along. */
  | { readonly type: 'worker'; readonly id: number }
  /** The browser starts no worker here. */
  | { readonly type: 'no-worker' };

/** What the page tells the frame: the worker is used up or runs too long; end it and start the next. */
export interface Retire {
  readonly retire: number;
}

/** What the page tells a worker, once. */
export type Job = Pick<Program, 'js' | 'imports' | 'parts'>;

/** What a worker tells the page: that it has begun, then what the realm says. */
export type WorkerNews = { readonly type: 'start' } | Message;
