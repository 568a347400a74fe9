import type { Program } from '../core/types.ts';
import type { FrameNews, Job, Retire } from '../sandbox/protocol.ts';
import { sandboxUrl } from '../sandbox/urls.ts';
import { follow } from './follow.ts';
import type { Followed, OnEvent, Running } from './follow.ts';
import { closeFrame, openFrame } from './open-frame.ts';
import type { OpenFrame } from './open-frame.ts';

/** A worker that waits for its program. */
interface Ready {
  readonly id: number;
  readonly port: MessagePort;
}

const NO_WORKER =
  'this browser, or the server of this page, allows no worker, and a snippet runs in one';
/** Time for a loaded page to say that it is the sandbox. */
const GREET_MS = 1_000;
/** Time for the frame to answer with a fresh worker before it is taken for lost and made anew. */
const REVIVE_MS = 3_000;

/**
 * The sandbox of a page: its frame, with one worker always ready. The frame with the usual part of
 * the model gives way to the one with the whole when a program needs that; never back.
 */
export class Sandbox {
  readonly #base: string;
  #frame: OpenFrame | null = null;
  #control: MessagePort | null = null;
  #ready: Ready | null = null;
  #wanted: ((ready: Ready) => void) | null = null;
  #current: Followed | null = null;
  #revive = 0;
  /** The browser starts no worker in the frame. */
  #refused = false;

  /** `base` is the folder of the site, with its last slash. */
  constructor(base: string) {
    this.#base = base;
  }

  /** Takes over the frame that was opened, or opens one; one that will not do is replaced between runs. */
  open(whole: boolean): void {
    const url = sandboxUrl(this.#base, whole);
    this.#frame ??= this.#listen(url);
    if (!whole || this.#frame.url === url || this.#current) return;
    this.#drop();
    this.#frame = this.#listen(url);
  }

  /** Runs one program. One run at a time: an earlier one is stopped. */
  run({ js, imports, parts, whole }: Program, onEvent: OnEvent): Running {
    this.#current?.stop('the next run began');
    this.open(whole);
    let own: Ready | null = null;
    const run = follow(onEvent, () => {
      if (this.#current !== run) return;
      this.#current = this.#wanted = null;
      if (own) this.#retire(own);
      else this.#drop();
    });
    this.#current = run;
    if (this.#refused) {
      run.stop(NO_WORKER);
      return run;
    }
    const take = (ready: Ready): void => {
      own = ready;
      ready.port.onmessage = ({ data }) => run.hear(data);
      ready.port.postMessage({ js, imports, parts } satisfies Job);
    };
    const ready = this.#ready;
    this.#ready = null;
    if (ready) take(ready);
    else this.#wanted = take;
    return run;
  }

  #listen(url: string): OpenFrame {
    const frame = openFrame(url);
    void this.#greet(frame);
    void this.#expect(frame);
    return frame;
  }

  async #greet(frame: OpenFrame): Promise<void> {
    const control = await frame.control;
    if (this.#frame !== frame) return;
    this.#control = control;
    // A worker of a frame that was given up may still be on its way; it has the wrong part of the model.
    control.onmessage = (event) => this.#control === control && this.#offer(event);
  }

  async #expect(frame: OpenFrame): Promise<void> {
    await frame.loaded;
    await new Promise((resolve) => setTimeout(resolve, GREET_MS));
    if (this.#frame !== frame || this.#control) return;
    this.#drop();
    this.#current?.stop('the sandbox page cannot be loaded. Check the connection, then run again');
  }

  #offer({ data, ports: [port] }: MessageEvent<FrameNews>): void {
    if (data.type === 'no-worker') {
      clearTimeout(this.#revive);
      this.#refused = true;
      this.#current?.stop(NO_WORKER);
      return;
    }
    if (data.type !== 'worker' || !port) return;
    clearTimeout(this.#revive);
    const ready = { id: data.id, port };
    const wanted = this.#wanted;
    this.#wanted = null;
    if (wanted) wanted(ready);
    else this.#ready = ready;
  }

  #retire({ id, port }: Ready): void {
    port.onmessage = null;
    port.close();
    const control = this.#control;
    // To end a worker and start one takes the machine from who draws the output: that goes first.
    setTimeout(() => {
      if (this.#control !== control) return;
      control?.postMessage({ retire: id } satisfies Retire);
      clearTimeout(this.#revive);
      this.#revive = window.setTimeout(() => this.#remake(), REVIVE_MS);
    });
  }

  #drop(): void {
    clearTimeout(this.#revive);
    closeFrame();
    this.#refused = false;
    this.#frame = this.#control = this.#ready = null;
  }

  /** A frame whose process died answers nothing: a new one takes its place. */
  #remake(): void {
    const whole = this.#frame?.url === sandboxUrl(this.#base, true);
    this.#drop();
    this.open(whole);
  }
}
