import type { Mark } from './answering.ts';

/** Lines drawn above and below what is in sight. */
const AROUND = 8;

/**
 * The marks under a text field: what was understood stands on a coloured ground, and its line has a
 * point before its number. Only the lines in sight are drawn, so a long text costs no more.
 */
export class Pad {
  readonly #field: HTMLTextAreaElement;
  readonly #gutter: HTMLElement;
  readonly #under: HTMLElement;
  #lines: readonly string[] = [];
  #marks = new Map<number, Mark[]>();
  /** What stands there: the same again is not drawn. */
  #drawn = '';
  #height = 20;

  constructor(field: HTMLTextAreaElement, gutter: HTMLElement, under: HTMLElement) {
    this.#field = field;
    this.#gutter = gutter;
    this.#under = under;
    field.addEventListener('scroll', () => this.draw(), { passive: true });
    new ResizeObserver(() => {
      this.#measure();
      this.draw();
    }).observe(field);
    this.#measure();
  }

  /** The text has changed. */
  read(): void {
    this.#lines = this.#field.value.split('\n');
    this.draw();
  }

  mark(marks: readonly Mark[]): void {
    this.#marks = new Map();
    for (const mark of marks) {
      const before = this.#marks.get(mark.line);
      if (before) before.push(mark);
      else this.#marks.set(mark.line, [mark]);
    }
    this.draw();
  }

  /** Selects a line, counted from 1, and brings it into sight. */
  show(line: number): void {
    const from = this.#lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
    this.#field.focus();
    this.#field.setSelectionRange(from, from + (this.#lines[line - 1]?.length ?? 0));
    this.#field.scrollTop = Math.max(0, (line - 3) * this.#height);
    this.#field.scrollLeft = 0;
    this.#field.scrollIntoView({ block: 'nearest' });
  }

  draw(): void {
    const height = this.#height;
    const { scrollTop, scrollLeft, clientHeight } = this.#field;
    const first = Math.max(0, Math.floor(scrollTop / height) - AROUND);
    const last = Math.min(
      this.#lines.length,
      first + Math.ceil(clientHeight / height) + 2 * AROUND,
    );
    const lines = this.#lines.slice(first, last).map((text, i) => {
      const marks = this.#marks.get(first + i + 1);
      return { number: first + i + 1, ...(marks && { text, marks }) };
    });
    const drawn = JSON.stringify(lines);
    if (drawn !== this.#drawn) {
      this.#drawn = drawn;
      this.#gutter.textContent = lines
        .map(({ number, marks }) => `${marks ? '• ' : ''}${number}\n`)
        .join('');
      this.#under.replaceChildren(
        ...lines.flatMap(({ text = '', marks }) => [
          ...(marks ? marked(text, marks) : []),
          document.createTextNode('\n'),
        ]),
      );
    }
    const down = first * height - scrollTop;
    this.#gutter.style.transform = `translateY(${down}px)`;
    this.#under.style.transform = `translate(${-scrollLeft}px, ${down}px)`;
  }

  #measure(): void {
    this.#height = parseFloat(getComputedStyle(this.#field).lineHeight) || 20;
  }
}

/** A line up to its last mark: what follows needs no ground. */
function marked(text: string, marks: readonly Mark[]): Node[] {
  const spans = marks.filter(({ from, to }) => to > from && to <= text.length);
  const all = spans.length > 0 ? spans : [{ from: text.search(/\S|$/), to: text.trimEnd().length }];
  const nodes: Node[] = [];
  let at = 0;
  for (const { from, to } of [...all].sort((a, b) => a.from - b.from)) {
    if (to <= at) continue;
    const begin = Math.max(at, from);
    nodes.push(document.createTextNode(text.slice(at, begin)));
    const mark = document.createElement('mark');
    mark.textContent = text.slice(begin, to);
    nodes.push(mark);
    at = to;
  }
  return nodes;
}
