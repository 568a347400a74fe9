import { putBits } from '../../model/index.ts';
import { takeText } from '../foot/take.ts';
import { fill, problemLines } from '../form/fill.ts';
import { oneStop, type Stops } from '../grid/stops.ts';
import { readValues, writeValues } from '../form/live.ts';
import { bring } from './bring.ts';
import { isHere, OWN, type Brought } from './brought.ts';
import { isKind } from './kinds.ts';
import { isLink, readLink, writeLink } from './link.ts';
import { wordOf } from './readings.ts';
import { keysOf, PRESET, take, withKind, type State } from './state.ts';
import type { Form } from './take-along.ts';
import { partsWith } from './view.ts';

const LOST = 'A part could not be loaded. What stands here is kept; try again.';

/** hydrate lets the reader type a number, change its fields, and compare two; the address follows. */
export function hydrate(root: HTMLElement): void {
  new Bench(root).start();
}

class Bench {
  readonly #root: HTMLElement;
  #state: State = PRESET;
  #brought: Brought = OWN;
  /** The bits of all rulers are one stop of the Tab key. */
  readonly #bits: Stops;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#bits = oneStop(root, () =>
      [...root.querySelectorAll('.ruler > g')]
        .map((row) => [...row.querySelectorAll<SVGElement>('[data-bit]')])
        .filter((row) => row.length > 0),
    );
  }

  start(): void {
    const root = this.#root;
    root.addEventListener('input', (event) => this.#typed(event.target as Element));
    root.addEventListener('change', (event) => this.#chosen(event.target as Element));
    root.addEventListener('click', (event) => this.#clicked(event.target as Element));
    root.addEventListener('keydown', (event) => {
      const bit = (event.target as Element).closest('[data-bit]');
      if (bit === null || (event.key !== 'Enter' && event.key !== ' ')) return;
      event.preventDefault();
      this.#clicked(bit);
    });
    this.#show(PRESET, '', [], false);
    addEventListener('hashchange', () => this.#open());
    if (!this.#open()) this.#before();
  }

  /** Opens the fragment of the address, if it is one of this figure. */
  #open(): boolean {
    if (!isLink(location.hash)) return false;
    const { state, problems } = readLink(location.hash);
    this.#show(state, '', problems, false);
    this.#write(state);
    this.#root.scrollIntoView();
    return true;
  }

  /** What was typed or chosen before the figure was awake. */
  #before(): void {
    for (const input of this.#root.querySelectorAll<HTMLInputElement>('[data-in]'))
      if (input.value !== (this.#state[input.dataset['in'] ?? ''] ?? '')) this.#typed(input);
  }

  #typed(target: Element): void {
    const input = target as HTMLInputElement;
    const key = input.dataset['in'];
    if (key === undefined) return;
    const { state, note, decimal, problem } = take(this.#state, key, input.value);
    input.setAttribute('aria-invalid', String(problem !== ''));
    if (problem !== '') return this.#say(note, [problem]);
    if (state['kind'] !== this.#state['kind']) writeValues(this.#root, state);
    this.#show(state, decimal === null ? note : `${note} Read as hexadecimal.`.trim(), [], true);
    if (decimal !== null) this.#offer(key, decimal);
  }

  /** Digits alone can be decimal: that is said, and one click reads them so. */
  #offer(key: string, decimal: string): void {
    this.#root.querySelector('.nb-note')?.append(
      ` As decimal digits they are ${decimal}. `,
      Object.assign(document.createElement('button'), {
        type: 'button',
        textContent: 'Read them as decimal',
        onclick: () => {
          const state = { ...this.#state, [key]: decimal };
          this.#show(state, '', [], true);
          this.#write(state);
        },
      }),
    );
  }

  #chosen(target: Element): void {
    const control = target as HTMLInputElement | HTMLSelectElement;
    const { key, field, wordOf: name } = control.dataset;
    if (key !== undefined) {
      const value = readValues(this.#root)[key] ?? '';
      const state =
        key === 'kind' && isKind(value)
          ? withKind(this.#state, value)
          : { ...this.#state, [key]: value };
      this.#show(state, '', [], true);
      this.#write(state);
    } else if (name !== undefined && control.value !== '') {
      const line = this.#brought.dump?.setPtdump(
        this.#state['line'] ?? '',
        name,
        Number(control.value),
      );
      if (line !== undefined) this.#edit('line', line);
    } else if (field !== undefined) this.#field(control, field);
  }

  #field(control: HTMLInputElement | HTMLSelectElement, field: string): void {
    const [key = 'value', hi = '0', lo = '0'] = field.split(':');
    const place = { hi: Number(hi), lo: Number(lo) };
    const text = control.value.trim();
    const isList = control.localName === 'select';
    const digits = /^(?:0x)?[0-9a-f_ ]{1,40}$/i.test(text) ? text.replace(/^0x|[_ ]/gi, '') : null;
    const value = isList
      ? BigInt(Number(text))
      : digits === null || digits === ''
        ? null
        : BigInt(`0x${digits}`);
    const width = place.hi - place.lo + 1;
    if (value === null || value >= 1n << BigInt(width)) {
      control.value = control.dataset['now'] ?? '';
      return this.#say('', [
        `"${text.slice(0, 24)}" is no value of ${width} bits; expected hex digits up to 0x${((1n << BigInt(width)) - 1n).toString(16)}. The field keeps ${control.value}.`,
      ]);
    }
    this.#edit(key, `0x${putBits(wordOf(this.#state, key), place, value).toString(16)}`);
  }

  #clicked(target: Element): void {
    if (target.closest('.fig-reset')) {
      this.#show(PRESET, '', [], true);
      return this.#write(PRESET);
    }
    const form = target.closest<HTMLElement>('[data-take]')?.dataset['take'];
    if (form !== undefined) return void this.#take(form as Form);
    const bit = target.closest('[data-bit]')?.getAttribute('data-bit');
    const key = target.closest<HTMLElement>('[data-word]')?.dataset['word'];
    if (bit == null || key === undefined) return;
    const flipped = wordOf(this.#state, key) ^ (1n << BigInt(bit));
    this.#edit(key, `0x${flipped.toString(16)}`);
  }

  async #take(form: Form): Promise<void> {
    const link = new URL(writeLink(this.#state), location.href).href;
    const come = await import('./take-along.ts').catch(() => null);
    if (come === null) return this.#say('', [LOST]);
    await takeText(this.#root, come.takeAlong(this.#brought, this.#state, form, link));
  }

  /** Brings what a state is drawn with, and shows it, unless another came meanwhile. */
  async #bring(
    state: State,
    note: string,
    problems: readonly string[],
    keep: boolean,
  ): Promise<void> {
    const come = await bring(state).catch(() => null);
    if (come !== null) {
      const rules = { ...this.#brought.rules, ...come.rules };
      this.#brought = { ...this.#brought, ...come, rules };
    }
    if (this.#state !== state) return;
    if (come === null) this.#say(note, [...problems, LOST]);
    else this.#show(state, note, problems, keep);
  }

  /** A number changes by its fields, and what is typed follows. */
  #edit(key: string, value: string): void {
    const state = { ...this.#state, [key]: value };
    this.#show(state, '', [], true);
    this.#write(state);
  }

  #show(state: State, note: string, problems: readonly string[], keep: boolean): void {
    this.#state = state;
    if (!isHere(this.#brought, state)) return void this.#bring(state, note, problems, keep);
    fill(this.#root, partsWith(this.#brought, state));
    this.#bits.settle();
    for (const control of this.#root.querySelectorAll<HTMLInputElement>('[data-now]'))
      control.value = control.dataset['now'] ?? '';
    const keys = keysOf(state);
    for (const one of this.#root.querySelectorAll<HTMLElement>('[data-for]'))
      one.hidden = !keys.has(one.dataset['for'] ?? '');
    this.#say(note, problems);
    if (keep)
      history.replaceState(
        history.state,
        '',
        state === PRESET ? location.pathname + location.search : writeLink(state),
      );
  }

  #say(note: string, problems: readonly string[]): void {
    const line = this.#root.querySelector('.nb-note');
    if (line) line.textContent = note;
    fill(this.#root, { problems: problemLines(problems) });
  }

  /** The controls stand at the state. */
  #write(state: State): void {
    writeValues(this.#root, state);
    for (const input of this.#root.querySelectorAll<HTMLInputElement>('[data-in]')) {
      input.value = state[input.dataset['in'] ?? ''] ?? '';
      input.removeAttribute('aria-invalid');
    }
  }
}
