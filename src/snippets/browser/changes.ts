/** What a run changed in the output. */
export interface Changes {
  /** The smallest parts that read otherwise than before. */
  readonly parts: ReadonlySet<Element>;
  /** How many lines and rows read otherwise, are new, or are gone. */
  readonly lines: number;
}

/** Comes and goes by itself, and is no output. */
const APART = '.seen, .ev-play';
/** What a reader would call a line, where it is no text of several. */
const LINE = 'tr, li, dl > div, p, details, .ev';

/** changesOf compares the output of two runs, part by part. */
export function changesOf(before: readonly Node[], after: readonly Node[]): Changes {
  const found = { parts: new Set<Element>(), rows: new Set<Element>(), others: 0 };
  compareLists(elements(before), elements(after), found);
  return { parts: found.parts, lines: found.rows.size + found.others };
}

/** What is found while two outputs are compared; `others` counts the lines that are no element. */
interface Found {
  readonly parts: Set<Element>;
  readonly rows: Set<Element>;
  others: number;
}

function compareLists(before: readonly Element[], after: readonly Element[], found: Found): void {
  let [from, end, wasEnd] = [0, after.length, before.length];
  while (from < Math.min(end, wasEnd) && same(before[from], after[from])) from++;
  while (end > from && wasEnd > from && same(before[wasEnd - 1], after[end - 1])) {
    end--;
    wasEnd--;
  }
  found.others += Math.max(0, wasEnd - Math.max(end, from));
  for (const [i, now] of after.slice(from, end).entries()) {
    const was = from + i < wasEnd ? before[from + i] : undefined;
    if (was === undefined) note(now, '', found);
    else if (!same(was, now)) compare(was, now, found);
  }
}

function compare(before: Element, after: Element, found: Found): void {
  const [was, now] = [childrenOf(before), childrenOf(after)];
  // In what is folded nothing would be seen to change but its name.
  const folded = after.matches('details:not([open])');
  const alike = before.localName === after.localName && ownText(before) === ownText(after);
  if (alike && !folded && was.length > 0 && now.length > 0) compareLists(was, now, found);
  else note(after, before.textContent ?? '', found);
}

function note(part: Element, before: string, found: Found): void {
  found.parts.add(part);
  if (part.localName === 'pre') {
    const was = before.split('\n');
    found.others += textOf(part)
      .split('\n')
      .filter((line, i) => line !== was[i]).length;
  } else found.rows.add(part.closest(LINE) ?? part);
}

const same = (a: Element | undefined, b: Element | undefined): boolean =>
  a !== undefined && b !== undefined && a.localName === b.localName && textOf(a) === textOf(b);

const elements = (nodes: Iterable<Node>): Element[] =>
  [...nodes].filter((node): node is Element => node instanceof Element && !node.matches(APART));

const childrenOf = (element: Element): Element[] => elements(element.children);

const ownText = (element: Element): string =>
  [...element.childNodes]
    .map((node) => (node instanceof Text ? (node.nodeValue ?? '').trim() : ''))
    .join('');

function textOf(element: Element): string {
  if (element.querySelector(APART) === null) return element.textContent ?? '';
  const copy = element.cloneNode(true) as Element;
  for (const apart of copy.querySelectorAll(APART)) apart.remove();
  return copy.textContent ?? '';
}
