import type { FrameNews, Job, Retire } from '../sandbox/protocol.ts';
import { follow } from './follow.ts';
import type { Followed, OnEvent, Running } from './follow.ts';

/** A worker that waits for its program. */
interface Ready {
  readonly id: number;
  readonly port: MessagePort;
}

/** Time for a loaded page to say that it is the sandbox. */
const GREET_MS = 1_000;
/** Time for the frame to answer with a fresh worker before it is taken for lost and made anew. */
const REVIVE_MS = 3_000;

/** The sandbox frame of a page, made on the first `wake`, with one worker always ready. */
export class Sandbox {
  readonly #url: string;
  #frame: HTMLIFrameElement | null = null;
  #control: MessagePort | null = null;
  #ready: Ready | null = null;
  #wanted: ((ready: Ready) => void) | null = null;
  #current: Followed | null = null;
  #revive = 0;

  constructor(url: string) {
    this.#url = url;
  }

  /** Makes the frame, if there is none. */
  wake(): void {
    if (this.#frame) return;
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.hidden = true;
    frame.title = 'Sandbox of the snippets';
    frame.src = this.#url;
    const greet = ({ source, data, ports }: MessageEvent<FrameNews | null>): void => {
      if (source !== frame.contentWindow || data?.type !== 'frame' || !ports[0]) return;
      removeEventListener('message', greet);
      if (this.#frame !== frame) return;
      this.#control = ports[0];
      this.#control.onmessage = (event) => this.#offer(event);
    };
    addEventListener('message', greet);
    frame.addEventListener('load', () => setTimeout(() => this.#missing(frame), GREET_MS));
    this.#frame = frame;
    document.body.append(frame);
  }

  /** Runs one program. One run at a time: an earlier one is stopped. */
  run(program: Job, onEvent: OnEvent): Running {
    this.#current?.stop('stopped by the next run');
    this.wake();
    let own: Ready | null = null;
    const run = follow(onEvent, () => {
      if (this.#current !== run) return;
      this.#current = this.#wanted = null;
      if (own) this.#retire(own);
      else this.#remake();
    });
    this.#current = run;
    const take = (ready: Ready): void => {
      own = ready;
      ready.port.onmessage = ({ data }) => run.hear(data);
      ready.port.postMessage(program);
    };
    const ready = this.#ready;
    this.#ready = null;
    if (ready) take(ready);
    else this.#wanted = take;
    return run;
  }

  #offer({ data, ports }: MessageEvent<FrameNews>): void {
    const [port] = ports;
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
    this.#control?.postMessage({ retire: id } satisfies Retire);
    clearTimeout(this.#revive);
    this.#revive = window.setTimeout(() => this.#remake(), REVIVE_MS);
  }

  #missing(frame: HTMLIFrameElement): void {
    if (this.#frame !== frame || this.#control) return;
    frame.remove();
    this.#frame = null;
    this.#current?.stop('the sandbox page cannot be loaded: check the connection and run again');
  }

  /** A frame whose process died answers nothing: a new one takes its place. */
  #remake(): void {
    clearTimeout(this.#revive);
    this.#frame?.remove();
    this.#frame = this.#control = this.#ready = null;
    this.wake();
  }
}
