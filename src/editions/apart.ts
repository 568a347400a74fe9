import { all } from './dom.ts';
import type { Parts } from './dom.ts';

/** In these the page takes nothing apart by its styles. */
const WHOLE = 'pre, code, figcaption, svg';

/**
 * keepApart puts into words what a figure says by the place of its parts: a line of gates becomes a
 * line of text, reasons stand behind what they are reasons of, and two words that are set apart on the
 * page get a blank between them.
 */
export function keepApart(part: Parts): void {
  for (const lane of part('.lane')) joinGates(lane);
  for (const lanes of part('.lanes')) replaceBy(lanes, 'ul', lanes.childNodes);
  for (const title of part('.show-title')) title.textContent = `(${textOf(title)})`;
  for (const why of part('.show-inputs', '.mig-why', '.show-state'))
    addBefore(why, /^\p{Lu}\p{Ll}/u.test(textOf(why)) ? '. ' : ': ');
  for (const root of part('.fig', '.show'))
    for (const element of all(root, '*')) if (touches(element)) addBefore(element, ' ');
}

/** `v6.17, memslot: refused; leaf: none` for what is drawn as stops on a line. */
function joinGates(lane: Element): void {
  const [, first, ...others] = Array.from(lane.children);
  if (first) addBefore(first, ', ');
  for (const stop of others) addBefore(stop, stop.matches('.gate') ? '; ' : '. ');
  for (const name of all(lane, '.label')) name.appendChild(lane.ownerDocument.createTextNode(': '));
  replaceBy(lane, 'li', lane.childNodes);
}

/** Whether the element would run into the word before it. */
function touches(element: Element): boolean {
  const whole = element.closest(WHOLE);
  if (whole !== null && whole !== element) return false;
  const { previousSibling } = element;
  if (previousSibling === null) return false;
  return /[\p{L}\p{N})]$/u.test(textOf(previousSibling)) && /^[\p{L}\p{N}(]/u.test(textOf(element));
}

function replaceBy(element: Element, tag: string, children: NodeListOf<ChildNode>): void {
  const other = element.ownerDocument.createElement(tag);
  for (const child of Array.from(children)) other.appendChild(child);
  element.replaceWith(other);
}

/** Puts text before an element, in place of the blanks that may stand there. */
function addBefore(element: Element, text: string): void {
  trimBefore(element);
  element.parentNode?.insertBefore(element.ownerDocument.createTextNode(text), element);
}

/** trimBefore takes the blanks before an element away. */
export function trimBefore(element: Element): void {
  for (let { previousSibling: text } = element; text?.nodeType === 3; text = text.previousSibling) {
    text.nodeValue = text.nodeValue?.trimEnd() ?? '';
    if (text.nodeValue !== '') break;
  }
}

const textOf = (node: Node): string => node.textContent ?? '';
