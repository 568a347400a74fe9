import { observeElementOffset, Virtualizer } from '@tanstack/virtual-core';
import { oneStop, type Stops } from '../grid/stops.ts';
import { toDom } from '../show/node.ts';
import { patch } from '../show/patch.ts';
import type { Shown } from './columns.ts';
import { headNode, rowNode } from './view.ts';

/** What the grid shows: how many rows, and the cells of each when it comes into sight. */
export interface Source {
  readonly count: number;
  readonly shown: Shown;
  cells(at: number): readonly string[];
  /** The place of the chosen row; null where it is not among these. */
  readonly chosen: number | null;
}

/** Rows beyond the edges of the frame, so that the next one is there when an arrow key leads to it. */
const BEYOND = 6;
/** Until a row has been drawn and measured. */
const HEIGHT = 28;
/** Rows that are drawn before the frame has a size: more than a screen has. */
const AT_FIRST = 30;

/**
 * A table that holds only the rows in sight. Between them and the edges stand rows without cells, so that
 * it stays a table, scrolls as if all were there, and says by `aria-rowindex` which are. The row that has
 * the focus stays, wherever the frame is scrolled to.
 */
export class Grid {
  readonly #frame: HTMLElement;
  readonly #table: HTMLTableElement;
  readonly #body: HTMLTableSectionElement;
  readonly #stops: Stops;
  readonly #virtual: Virtualizer<HTMLElement, HTMLElement>;
  readonly #rows = new Map<number, HTMLTableRowElement>();
  #source: Source = { count: 0, shown: { columns: [], same: [] }, cells: () => [], chosen: null };
  #height = HEIGHT;
  /** The place of the row that is the stop of the Tab key. */
  #stop = 0;
  /** Rows are about to be shown: what the library says until then is not drawn one by one. */
  #isShowing = false;

  constructor(frame: HTMLElement) {
    this.#frame = frame;
    this.#table = frame.querySelector('table') as HTMLTableElement;
    this.#body = this.#table.tBodies[0] as HTMLTableSectionElement;
    this.#virtual = new Virtualizer<HTMLElement, HTMLElement>({
      count: 0,
      overscan: BEYOND,
      getScrollElement: () => frame,
      estimateSize: () => this.#height,
      // Who leads to a row scrolls the frame; the library would do so as it begins, and have all laid out.
      scrollToFn: () => {},
      observeElementRect: (_, hear) => sized(frame, hear),
      observeElementOffset,
      onChange: () => this.#isShowing || this.#draw(),
    });
    // oxlint-disable-next-line no-underscore-dangle -- so the library names what a frame of its own calls
    this.#virtual._didMount();
    this.#stops = oneStop(this.#body, () =>
      [...this.#body.querySelectorAll('button')].map((button) => [button]),
    );
    this.#body.addEventListener('focusin', ({ target }) => {
      this.#stop = placeOf(target as Element) ?? this.#stop;
    });
    // Before the walk over the rows that are there: these keys lead to rows that may not be.
    frame.addEventListener('keydown', (event) => this.#far(event), { capture: true });
  }

  /** Shows other rows; `keep` leaves the frame where it is scrolled to. */
  show(source: Source, keep: boolean): void {
    const hadFocus = this.#body.contains(document.activeElement);
    this.#source = source;
    this.#table.setAttribute('aria-rowcount', String(source.count + 1));
    const head = this.#table.tHead;
    if (head) patch(head, [headNode(source.shown)]);
    this.#rows.clear();
    if (!keep) {
      this.#stop = 0;
      // To scroll has all laid out, also to where the frame is.
      if (this.#virtual.scrollOffset) this.#frame.scrollTop = 0;
    }
    this.#isShowing = true;
    this.#virtual.setOptions({ ...this.#virtual.options, count: source.count });
    // oxlint-disable-next-line no-underscore-dangle -- the same
    this.#virtual._willUpdate();
    this.#virtual.measure();
    this.#isShowing = false;
    this.#draw();
    // By then the page is laid out anyway.
    requestAnimationFrame(() => this.#measure());
    if (hadFocus) this.#rows.get(this.#stop)?.querySelector('button')?.focus();
  }

  /** Marks the row that is chosen. */
  choose(at: number | null): void {
    this.#source = { ...this.#source, chosen: at };
    for (const [place, row] of this.#rows)
      row.querySelector('button')?.setAttribute('aria-pressed', String(place === at));
  }

  /** Leads to a row, also where it is out of sight. */
  lead(at: number): void {
    this.#stop = at;
    this.#frame.scrollTop = Math.max(0, (at - 2) * this.#height);
    this.#draw();
  }

  #draw(): void {
    const { count } = this.#source;
    const seen = this.#virtual.getVirtualItems().map(({ index }) => index);
    const near = seen.length > 0 ? seen : [...Array(Math.min(count, AT_FIRST)).keys()];
    // The row with the focus is always there, and the stop of the Tab key, which a key is about to lead to.
    const kept = [this.#focused() ?? this.#stop, Math.min(this.#stop, count - 1)];
    const places = [...new Set([...near, ...kept])]
      .filter((at) => at >= 0 && at < count)
      .toSorted((a, b) => a - b);
    const nodes: HTMLTableRowElement[] = [];
    let next = 0;
    for (const at of places) {
      if (at > next) nodes.push(this.#gap(at - next));
      nodes.push(this.#row(at));
      next = at + 1;
    }
    if (next < count) nodes.push(this.#gap(count - next));
    this.#put(nodes);
    this.#stops.settle(this.#rows.get(this.#stop)?.querySelector('button') ?? null);
  }

  /** Takes out what is gone, then puts in what is new: what stays is not touched and keeps the focus. */
  #put(nodes: readonly HTMLTableRowElement[]): void {
    const wanted = new Set<ChildNode>(nodes);
    for (const [at, row] of this.#rows) if (!wanted.has(row)) this.#rows.delete(at);
    for (const child of this.#body.querySelectorAll('tr')) if (!wanted.has(child)) child.remove();
    let before = this.#body.firstChild;
    for (const node of nodes) {
      if (node === before) before = before.nextSibling;
      else this.#body.insertBefore(node, before);
    }
  }

  /** The place of the row that has the focus; null where none of those that are shown has. */
  #focused(): number | null {
    const { activeElement } = document;
    const at = activeElement && placeOf(activeElement);
    return at !== null && this.#rows.get(at)?.contains(activeElement) ? at : null;
  }

  #row(at: number): HTMLTableRowElement {
    const there = this.#rows.get(at);
    if (there) return there;
    const { cells, chosen } = this.#source;
    const row = toDom(rowNode(at, cells(at), chosen === at, false)) as HTMLTableRowElement;
    this.#rows.set(at, row);
    return row;
  }

  #gap(rows: number): HTMLTableRowElement {
    const gap = document.createElement('tr');
    gap.className = 'rows-gap';
    gap.setAttribute('aria-hidden', 'true');
    gap.style.height = `${rows * this.#height}px`;
    return gap;
  }

  /** Rows are of one height; the first that is drawn says which. */
  #measure(): void {
    const [row] = this.#rows.values();
    const height = row?.offsetHeight ?? 0;
    if (height === 0 || height === this.#height) return;
    this.#height = height;
    this.#virtual.measure();
  }

  #far(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
    const from = placeOf(target as Element);
    if (from === null || ctrlKey || metaKey || altKey || shiftKey) return;
    const page = Math.max(1, Math.floor(this.#frame.clientHeight / this.#height) - 2);
    const last = this.#source.count - 1;
    const beside = { ArrowUp: from - 1, ArrowDown: from + 1 }[key];
    // Keys can come faster than the frame draws what it was scrolled to: the row is drawn for them.
    if (beside !== undefined && beside >= 0 && beside <= last && !this.#rows.has(beside)) {
      this.#stop = beside;
      this.#draw();
    }
    const to = { Home: 0, End: last, PageUp: from - page, PageDown: from + page }[key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.lead(Math.min(last, Math.max(0, to)));
    this.#rows.get(this.#stop)?.querySelector('button')?.focus();
  }
}

/** Says the size of an element whenever it has a new one, without having anything laid out for it. */
function sized(
  element: HTMLElement,
  hear: (size: { width: number; height: number }) => void,
): () => void {
  const observer = new ResizeObserver(([entry]) => {
    const box = entry?.borderBoxSize[0];
    if (box) hear({ width: Math.round(box.inlineSize), height: Math.round(box.blockSize) });
  });
  observer.observe(element, { box: 'border-box' });
  return () => observer.disconnect();
}

/** The place of the row in which an element stands. */
export function placeOf(element: Element): number | null {
  const at = element.closest<HTMLElement>('tr[data-at]')?.dataset['at'];
  return at === undefined ? null : Number(at);
}
