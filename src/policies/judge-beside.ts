import type { Asking, Verdicts } from './judging.ts';

/** Judges in a worker, in the order of the questions; where the browser gives none, the page does it. */
export class JudgeBeside {
  #worker: Worker | null = null;
  readonly #waiting: { readonly asking: Asking; readonly hear: (verdicts: Verdicts) => void }[] =
    [];

  constructor() {
    try {
      const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
      worker.addEventListener('message', ({ data }: MessageEvent<Verdicts>) =>
        this.#waiting.shift()?.hear(data),
      );
      worker.addEventListener('error', () => this.#alone());
      this.#worker = worker;
    } catch {
      this.#worker = null;
    }
  }

  judge(asking: Asking): Promise<Verdicts> {
    return new Promise((hear) => {
      if (this.#worker === null) return void here(asking).then(hear);
      this.#waiting.push({ asking, hear });
      this.#worker.postMessage(asking);
    });
  }

  /** The worker did not start or broke: what it was asked is judged here. */
  #alone(): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const { asking, hear } of this.#waiting.splice(0)) void here(asking).then(hear);
  }
}

const here = async (asking: Asking): Promise<Verdicts> =>
  (await import('./judging.ts')).judging(asking);
