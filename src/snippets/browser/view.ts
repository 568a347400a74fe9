import { treeKey } from '../../figures/show/index.ts';
import type { Seen } from '../../figures/show/index.ts';
import { toDom } from '../../figures/show/node.ts';
import type { OutputEvent } from '../core/types.ts';
import { changesOf } from './changes.ts';
import { offerSteps } from './offer-steps.ts';
import type { Drawn } from '../render/output.ts';
import { endNodes, eventNode, isLong } from '../render/output.ts';

/** The parts of one snippet in the page. */
export class View {
  readonly root: HTMLElement;
  readonly code: HTMLElement;
  readonly #out: HTMLElement;
  readonly #note: HTMLElement;
  readonly #run: HTMLButtonElement | null;
  #link: HTMLButtonElement | null = null;
  #baked: Node[] | null = null;
  /** Whose events stand in the output, as far as they are drawn: one node each. */
  #events: readonly OutputEvent[] | null = null;
  #nodes: ChildNode[] = [];

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

  /** Whether the reader is being told something. */
  get noted(): boolean {
    return this.#note.textContent !== '';
  }

  note(text: string): void {
    this.#note.textContent = text;
  }

  /** Draws what a run printed since the last time; `seen`: answers that a kernel was seen to give. */
  draw(events: readonly OutputEvent[], seen: Seen = {}): void {
    this.#baked ??= [...this.#out.childNodes];
    const goesOn = this.#events === events;
    if (!goesOn) this.#nodes = [];
    this.#events = events;
    const fresh = events.slice(this.#nodes.length).map((event) => drawEvent(event, seen));
    this.#nodes.push(...fresh);
    if (goesOn) this.#out.append(...fresh);
    else this.#out.replaceChildren(...fresh);
    this.#scrollable(isLong(events.map(({ text }) => text).join('\n')));
  }

  /** Draws a run that has ended. */
  end(run: Drawn, seen: Seen = {}): void {
    this.draw(run.events, seen);
    const last = endNodes(run, this.root.dataset['throws'] ?? null);
    this.#out.append(...last.map((node) => toDom(node)));
  }

  /** What stands in the output, to be compared with what a run puts in its place. */
  get shown(): readonly Node[] {
    return [...this.#out.childNodes];
  }

  /** Lights up what reads otherwise than `before`, and says how much of it there is. */
  flash(before: readonly Node[]): string {
    const { parts, lines } = changesOf(before, this.shown);
    for (const part of parts) part.classList.add('snip-new');
    if (lines === 0) return 'the same output';
    return `${lines} ${lines === 1 ? 'line' : 'lines'} changed`;
  }

  /** Draws the verdicts once more that have a mark and were drawn without. */
  mark(events: readonly OutputEvent[], seen: Seen): void {
    if (this.#events !== events) return;
    for (const [i, event] of events.entries()) {
      const key = event.kind === 'show' ? treeKey(event.tree) : null;
      const old = this.#nodes[i];
      const marked = old instanceof Element && old.querySelector('.seen') !== null;
      if (key === null || seen[key] === undefined || !old || marked) continue;
      const fresh = drawEvent(event, seen);
      old.replaceWith(fresh);
      this.#nodes[i] = fresh;
    }
  }

  /** Brings the output of the build back. */
  restore(): void {
    if (!this.#baked) return;
    this.#events = null;
    this.#out.replaceChildren(...this.#baked);
    this.#scrollable(isLong(this.#out.textContent ?? ''));
  }

  #scrollable(long: boolean): void {
    if (long) this.#out.tabIndex = 0;
    else this.#out.removeAttribute('tabindex');
  }

  /** The Run button says what it would run, and stops while a run lasts: the focus stays where it is. */
  offer(what: 'run' | 'stop', own: boolean): void {
    if (!this.#run) return;
    const text = what === 'stop' ? 'Stop' : own ? 'Run your version' : 'Run';
    this.#run.textContent = text;
    this.#run.ariaLabel = `${text}${text.length > 4 ? ' of' : ''} ${this.root.id}`;
    this.#run.dataset['do'] = what;
    if (own) this.#link ??= this.#offerLink();
    if (this.#link) this.#link.hidden = !own;
  }

  #offerLink(): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset['do'] = 'link';
    button.textContent = 'Copy link';
    button.ariaLabel = `Copy link to your version of ${this.root.id}`;
    this.#run?.parentElement?.append(button);
    return button;
  }

  /** Marks a line of the written code; null: none. */
  markLine(line: number | null): void {
    for (const old of this.code.querySelectorAll('.line-bad')) old.classList.remove('line-bad');
    if (line !== null) this.code.querySelector(`[data-n="${line}"]`)?.classList.add('line-bad');
  }
}

function drawEvent(event: OutputEvent, seen: Seen): ChildNode {
  const node = toDom(eventNode(event, seen)) as HTMLElement;
  offerSteps(node, event);
  return node;
}
