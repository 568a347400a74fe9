import type { Answering, Reply, Request } from './answering.ts';

/** Asks a worker; where the browser gives none, or it breaks, the page answers itself. */
export class Asker {
  readonly #hear: (reply: Reply) => void;
  readonly #lost: () => void;
  #worker: Worker | null = null;
  #here: Promise<Answering> | null = null;
  /** The last request of each kind, to be asked again where the worker breaks. */
  readonly #last = new Map<Request['what'], Request>();

  /** `lost` is called where the part that answers does not come. */
  constructor(hear: (reply: Reply) => void, lost: () => void) {
    this.#lost = lost;
    this.#hear = (reply) => {
      // Of each kind only the last request is still waited for.
      if (this.#last.get(reply.what)?.id === reply.id) hear(reply);
    };
    try {
      const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
      worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => this.#hear(data));
      worker.addEventListener('error', () => this.#alone());
      this.#worker = worker;
    } catch {
      this.#worker = null;
    }
  }

  ask(request: Request): void {
    this.#last.set(request.what, request);
    if (this.#worker) this.#worker.postMessage(request);
    else void this.#answer(request);
  }

  #alone(): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const request of this.#last.values()) void this.#answer(request);
  }

  async #answer(request: Request): Promise<void> {
    this.#here ??= import('./answering.ts').then(
      ({ Answering: Made }) => new Made((reply) => this.#hear(reply)),
    );
    const here = await this.#here.catch(() => null);
    if (here) return void (await here.hear(request));
    // The next request tries again.
    this.#here = null;
    this.#lost();
  }
}
