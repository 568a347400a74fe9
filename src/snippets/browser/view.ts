import type { Seen } from '../../figures/show/index.ts';
import { toDom } from '../../figures/show/node.ts';
import { offerSteps } from './offer-steps.ts';
import type { Drawn } from '../render/output.ts';
import { isLong, outputNodes } from '../render/output.ts';

/** The parts of one snippet in the page. */
export class View {
  readonly root: HTMLElement;
  readonly code: HTMLElement;
  readonly #out: HTMLElement;
  readonly #note: HTMLElement;
  readonly #run: HTMLButtonElement | null;
  #baked: Node[] | null = null;

  constructor(root: HTMLElement) {
    const part = (name: string): HTMLElement => {
      const found = root.querySelector<HTMLElement>(`.snip-${name}`);
      if (!found) throw new Error(`this snippet has no .snip-${name}`);
      return found;
    };
    this.root = root;
    this.code = part('code');
    this.#out = part('out');
    this.#note = part('note');
    this.#run = root.querySelector('[data-do=run]');
  }

  /** The code as it was written in the chapter. */
  get written(): string {
    const lines = [...this.code.querySelectorAll('.line')];
    return lines
      .map((line) => line.textContent ?? '')
      .join('')
      .replace(/\n$/, '');
  }

  /** Whether the reader is in the output: a link or a step there has the focus. */
  get holdsFocus(): boolean {
    return this.#out.contains(document.activeElement);
  }

  note(text: string): void {
    this.#note.textContent = text;
  }

  /** `seen`: answers that a kernel was seen to give. */
  draw(run: Drawn, seen: Seen = {}): void {
    this.#baked ??= [...this.#out.childNodes];
    const nodes = outputNodes(run, this.root.dataset['throws'] ?? null, seen);
    this.#out.replaceChildren(...nodes.map((node) => toDom(node)));
    offerSteps(this.#out, run.events);
    this.#scrollable(isLong(run.events.map(({ text }) => text).join('\n')));
  }

  /** Brings the output of the build back. */
  restore(): void {
    if (!this.#baked) return;
    this.#out.replaceChildren(...this.#baked);
    this.#scrollable(isLong(this.#out.textContent ?? ''));
  }

  #scrollable(long: boolean): void {
    if (long) this.#out.tabIndex = 0;
    else this.#out.removeAttribute('tabindex');
  }

  /** The Run button stops while a run lasts: the focus stays where it is. */
  stoppable(running: boolean): void {
    if (!this.#run) return;
    this.#run.textContent = running ? 'Stop' : 'Run';
    this.#run.dataset['do'] = running ? 'stop' : 'run';
  }

  /** Marks a line of the written code; null: none. */
  mark(line: number | null): void {
    for (const old of this.code.querySelectorAll('.line-bad')) old.classList.remove('line-bad');
    if (line !== null) this.code.querySelector(`[data-n="${line}"]`)?.classList.add('line-bad');
  }
}
