import { escapeHtml, toHtmlString } from '../../figures/show/node.ts';
import { foldedLines } from '../core/fold.ts';
import { highlightLines } from '../highlight/highlight.ts';

/** codeHtml is a snippet's code, each line with its number; hidden set-up is a list that unfolds without script. */
export function codeHtml(code: string): string {
  const lines = highlightLines(code, 'ts').map(
    (nodes, i) =>
      `<span class="line" data-n="${i + 1}">${nodes.map(toHtmlString).join('')}\n</span>`,
  );
  const block = (from: number, to: number): string =>
    from > to ? '' : `<pre><code>${lines.slice(from - 1, to).join('')}</code></pre>`;
  let next = 1;
  let html = '';
  for (const { from, to } of foldedLines(code).ranges) {
    const name = from === to ? `line ${from}` : `lines ${from} to ${to}`;
    html += block(next, from - 1);
    html += `<details class="snip-setup"><summary>Set-up, ${escapeHtml(name)}</summary>${block(from, to)}</details>`;
    next = to + 1;
  }
  return html + block(next, lines.length);
}
