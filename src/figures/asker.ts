/** By which ways an answer comes: a worker, and the page itself where there is none. */
export interface Ways<Asked, Told> {
  readonly worker: () => Worker;
  readonly alone: (asked: Asked) => Promise<Told>;
}

/**
 * Asks a worker, one question at a time; of those that come meanwhile only the last is asked. Where the
 * browser gives no worker, the page answers itself.
 */
export class Asker<Asked, Told> {
  readonly #ways: Ways<Asked, Told>;
  readonly #hear: (told: Told, asked: Asked) => void;
  readonly #lost: () => void;
  #worker: Worker | null = null;
  #asked: Asked | null = null;
  #next: Asked | null = null;

  /** `lost` is called where the part that answers does not come. */
  constructor(ways: Ways<Asked, Told>, hear: (told: Told, asked: Asked) => void, lost: () => void) {
    this.#ways = ways;
    this.#hear = hear;
    this.#lost = lost;
    try {
      const worker = ways.worker();
      worker.addEventListener('message', ({ data }: MessageEvent<Told | null>) =>
        data ? this.#heard(data) : this.#alone(),
      );
      worker.addEventListener('error', () => this.#alone());
      this.#worker = worker;
    } catch {
      this.#worker = null;
    }
  }

  ask(input: Asked): void {
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

  #heard(answered: Told): void {
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

  async #here(input: Asked): Promise<void> {
    const answered = await this.#ways.alone(input).catch(() => null);
    if (answered !== null) return this.#heard(answered);
    // The next question tries again.
    this.#asked = null;
    this.#lost();
  }
}
