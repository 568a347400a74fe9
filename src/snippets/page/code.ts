import { escapeHtml, h, toHtmlString } from '../../figures/show/node.ts';
import type { HNode } from '../../figures/show/node.ts';
import { foldedLines, isMarker, setUpName } from '../core/fold.ts';
import { highlightLines } from '../highlight/highlight.ts';
import { knobSays, packKnob } from '../knobs/knob.ts';
import type { Knob } from '../knobs/knob.ts';

/**
 * codeHtml is a snippet's code, each line with its number; hidden set-up unfolds without script. The
 * author's marks stay in the page, since a line keeps its number, and are not seen.
 */
export function codeHtml(code: string, knobs: readonly Knob[] = []): string {
  const texts = code.split('\n');
  let at = 0;
  const lines = highlightLines(code, 'ts').map((nodes, i) => {
    const text = texts[i] ?? '';
    const kind = isMarker(text) ? 'line snip-mark' : 'line';
    const own = withKnobs(nodes, at, code, knobs).map(toHtmlString).join('');
    at += text.length + 1;
    return `<span class="${kind}" data-n="${i + 1}">${own}\n</span>`;
  });
  const block = (from: number, to: number): string =>
    from > to ? '' : `<pre><code>${lines.slice(from - 1, to).join('')}</code></pre>`;
  let next = 1;
  let html = '';
  for (const { from, to } of foldedLines(code).ranges) {
    const name = setUpName(texts.slice(from - 1, to));
    html += block(next, from - 1);
    html += `<details class="snip-setup"><summary>${escapeHtml(name)}</summary>${block(from, to)}</details>`;
    next = to + 1;
  }
  return html + block(next, lines.length);
}

/** A line of code that begins at an offset, with a button over each token that is a knob. */
function withKnobs(
  nodes: readonly HNode[],
  begin: number,
  code: string,
  knobs: readonly Knob[],
): readonly HNode[] {
  let at = begin;
  return nodes.map((node) => {
    const from = at;
    at += textOf(node).length;
    const number = knobs.findIndex((knob) => knob.from === from && knob.to === at);
    const knob = knobs[number];
    return knob === undefined ? node : withButton(node, number, code.slice(from, at), knob);
  });
}

/** The button lies over the text, so that the text is code: it can be selected, and reads on without it. */
function withButton(node: HNode, number: number, value: string, knob: Knob): HNode {
  const button = h('button', {
    type: 'button',
    'data-do': `knob ${number}`,
    'aria-label': knobSays(knob, value),
    disabled: true,
  });
  return h(
    'span',
    { class: 'knob', 'data-knob': packKnob(knob), 'data-at': knob.from },
    node,
    button,
  );
}

const textOf = (node: HNode): string =>
  typeof node === 'string' ? node : node.children.map(textOf).join('');
