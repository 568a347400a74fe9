import { h } from '../../figures/show/node.ts';
import type { HNode } from '../../figures/show/node.ts';

/*
 * Engines lay out a paragraph in more than linear time where letters join, stack or change their
 * direction: 60,000 marks on one letter take Chromium seconds, 30,000 skin tones minutes, and until
 * then the page does not answer. Plain letters are as fast as any.
 */
const PLAIN = /^[\0-\u036f\u2000-\u200a\u2010-\u2027\u2190-\u25ff]*$/;
const MARKS_ONLY = /[\u0300-\u036f]/;

/** So many characters stand in one paragraph where they are not plain. */
const PARAGRAPH = 250;
/** What stacks on one letter; no language writes more. */
const STACK = 32;
const STACKED = new RegExp(
  `([\\p{M}\\p{Emoji_Modifier}\\u200c\\u200d\\u{e0020}-\\u{e007f}]{${STACK}})[\\p{M}\\p{Emoji_Modifier}\\u200c\\u200d\\u{e0020}-\\u{e007f}]+`,
  'gu',
);
const PIECES = new RegExp(`[^\\n]{1,${PARAGRAPH}}\\n?|\\n`, 'gu');

/** laidOut is the same node with its texts in paragraphs that a browser lays out at once. */
export function laidOut(node: HNode): HNode {
  if (typeof node === 'string') return node;
  return { ...node, children: node.children.flatMap(inParagraphs) };
}

function inParagraphs(node: HNode): readonly HNode[] {
  if (typeof node !== 'string') return [laidOut(node)];
  if (PLAIN.test(node) && !MARKS_ONLY.test(node)) return [node];
  const text = node.replace(STACKED, '$1\u2026');
  if (text.length <= PARAGRAPH) return [text];
  const paragraphs: string[] = [];
  let open = '';
  for (const [piece] of text.matchAll(PIECES)) {
    if (open !== '' && open.length + piece.length > PARAGRAPH) {
      paragraphs.push(open);
      open = '';
    }
    open += piece;
  }
  return [...paragraphs, open].map((one) =>
    h('span', { class: 'ev-part' }, one.replace(/\n$/, '')),
  );
}
