import { escapeHtml, toHtmlString } from '../../figures/show/node.ts';
import { foldedLines, isMarker, setUpName } from '../core/fold.ts';
import { highlightLines } from '../highlight/highlight.ts';

/**
 * codeHtml is a snippet's code, each line with its number; hidden set-up unfolds without script. The
 * author's marks stay in the page, since a line keeps its number, and are not seen.
 */
export function codeHtml(code: string): string {
  const texts = code.split('\n');
  const lines = highlightLines(code, 'ts').map((nodes, i) => {
    const kind = isMarker(texts[i] ?? '') ? 'line snip-mark' : 'line';
    return `<span class="${kind}" data-n="${i + 1}">${nodes.map(toHtmlString).join('')}\n</span>`;
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
