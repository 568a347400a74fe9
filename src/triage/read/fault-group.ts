import { hex } from '../keys/number.ts';
import type { Notebook } from './notebook.ts';

const KEYS = ['esr', 'hpfar', 'far'] as const;

/** Collects the registers of one fault after the other: a name that comes again begins the next. */
export class FaultGroup {
  readonly #book: Notebook;
  readonly #values = new Map<string, bigint>();
  #line = 0;

  constructor(book: Notebook) {
    this.#book = book;
  }

  take(key: string, value: bigint, line: number): void {
    if (!KEYS.some((one) => one === key)) return;
    if (this.#values.has(key)) this.end();
    this.#values.set(key, value);
    if (key === 'hpfar') this.#line = line;
  }

  /** The fault is complete: its address is a fact. */
  end(): void {
    const [esr, hpfar, far] = KEYS.map((key) => this.#values.get(key));
    this.#values.clear();
    if (esr === undefined || hpfar === undefined) return;
    const part = this.#book.parts.get('address');
    const address = part?.faultAddress(esr, hpfar, far ?? null) ?? null;
    if (address !== null) this.#book.fact('ipa', hex(address), this.#line);
  }
}
