import type { Answered } from './answering.ts';
import type { Input } from './link.ts';

/**
 * Asks a worker, one question at a time; of those that come meanwhile only the last is asked. Where the
 * browser gives no worker, the page answers itself.
 */
export class Asker {
  readonly #hear: (answered: Answered, input: Input) => void;
  readonly #lost: () => void;
  #worker: Worker | null = null;
  #asked: Input | null = null;
  #next: Input | null = null;

  /** `lost` is called where the part that answers does not come. */
  constructor(hear: (answered: Answered, input: Input) => void, lost: () => void) {
    this.#hear = hear;
    this.#lost = lost;
    try {
      const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
      worker.addEventListener('message', ({ data }: MessageEvent<Answered | null>) =>
        data ? this.#heard(data) : this.#alone(),
      );
      worker.addEventListener('error', () => this.#alone());
      this.#worker = worker;
    } catch {
      this.#worker = null;
    }
  }

  ask(input: Input): void {
    this.#next = input;
    if (this.#asked === null) this.#send();
  }

  #send(): void {
    const input = this.#next;
    this.#asked = input;
    this.#next = null;
    if (input === null) return;
    if (this.#worker) this.#worker.postMessage(input);
    else void this.#here(input);
  }

  #heard(answered: Answered): void {
    const input = this.#asked;
    if (input) this.#hear(answered, input);
    this.#send();
  }

  /** The worker could not start, broke, or lacks a part: what it was asked is answered here. */
  #alone(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#next ??= this.#asked;
    this.#send();
  }

  async #here(input: Input): Promise<void> {
    const come = await import('./alone.ts').catch(() => null);
    const answered = await come?.alone(input).catch(() => null);
    if (answered) return this.#heard(answered);
    // The next question tries again.
    this.#asked = null;
    this.#lost();
  }
}
