import TurndownService from 'turndown';
import { absolute, served } from '../address.ts';
import { keepApart, trimBefore } from './apart.ts';
import { all, partsOf } from './dom.ts';
import type { BuiltPage } from './page.ts';
import { tableRules } from './table-rules.ts';

const service = new TurndownService({
  headingStyle: 'atx',
  codeBlockStyle: 'fenced',
  bulletListMarker: '-',
  emDelimiter: '*',
});
service.use(tableRules);
service.addRule('code', {
  filter: 'pre',
  replacement: (_, node) => {
    const lang = (node as Element).getAttribute('data-lang') ?? 'text';
    return `\n\n\`\`\`${lang}\n${(node.textContent ?? '').replace(/\n$/, '')}\n\`\`\`\n\n`;
  },
});
// The brackets of a citation are plain text, not the begin of a link: they stand without a backslash.
service.addRule('cite', {
  filter: (node) => node.nodeName === 'CITE-MARKS',
  replacement: (_, node) => ` [${node.textContent}]`,
});

/**
 * toMarkdown gives a static page as Markdown: every figure as its text, every output as it was computed,
 * every claim followed by the numbers of its sources, as on the page. `site` is where the site stands, null
 * where nobody knows. It uses the page up.
 */
export function toMarkdown(page: BuiltPage, site: string | null): string {
  const { article, title, description, route } = page;
  if (site !== null)
    for (const part of [article, ...page.sources]) moveLinks(part, new URL(site).pathname);
  simplify(article);
  const sources = page.sources.map((item, place) => {
    return `${place + 1}. ${service.turndown(item as HTMLElement)}`;
  });
  const parts = [
    `# ${title}`,
    description,
    `Source: ${absolute(route, site)}`,
    service.turndown(article as HTMLElement),
    ...(sources.length > 0 ? ['## Sources', sources.join('\n')] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Links into the folder in which the site stands. */
function moveLinks(part: Element, base: string): void {
  for (const link of all(part, '[href]'))
    link.setAttribute('href', served(link.getAttribute('href') ?? '', base));
}

/** What Markdown has no word for becomes something that it has one for. */
function simplify(article: Element): void {
  const { ownerDocument } = article;
  const part = partsOf(article);
  const make = (tag: string, text: string): Element => {
    const element = ownerDocument.createElement(tag);
    element.textContent = text;
    return element;
  };
  for (const head of part('.chapter-head')) head.remove();
  for (const svg of part('svg')) svg.replaceWith(make('p', svg.getAttribute('aria-label') ?? ''));
  keepApart(part);
  for (const cites of runsOf(part('.cite'))) {
    const numbers = cites.map((cite) => cite.textContent?.trim() ?? '');
    cites[0]?.replaceWith(make('cite-marks', numbers.join(', ')));
    for (const cite of cites.slice(1)) cite.remove();
  }
  for (const number of part('.strip-no')) number.remove();
  for (const out of part('.snip-out')) joinLines(out);
  for (const status of part('.status'))
    status.replaceWith(make('span', ` (${status.textContent?.trim()})`));
  for (const ids of part('.show-src')) {
    const words = all(ids, 'a, span').map((id) => id.textContent ?? '');
    // A citation brings its own blank.
    trimBefore(ids);
    ids.replaceWith(words.length > 0 ? make('cite-marks', words.join(', ')) : '');
  }
  for (const bar of part('.snip-bar')) bar.remove();
  for (const pre of part('.snip-code').flatMap((code) => all(code, 'pre')))
    pre.setAttribute('data-lang', 'ts');
  for (const list of part('dl')) list.replaceWith(factList(list, make));
  // On the page these stand on lines of their own.
  for (const line of part('.tab-more', '.tab-line'))
    line.insertBefore(ownerDocument.createTextNode(' '), line.firstChild);
  for (const caption of part('caption')) {
    const table = caption.parentElement;
    table?.parentNode?.insertBefore(make('p', caption.textContent ?? ''), table);
    caption.remove();
  }
  for (const caption of part('figcaption'))
    caption.replaceWith(make('p', `Figure: ${caption.textContent}`));
  for (const word of part('summary').filter((one) => one.matches('.guess > details > *')))
    word.remove();
  for (const question of part('legend').filter((one) => one.matches('.check > fieldset > *')))
    question.replaceWith(make('h3', question.textContent?.trim() ?? ''));
  for (const summary of part('summary').filter((one) => one.matches('.check summary')))
    summary.replaceWith(make('p', summary.textContent ?? ''));
}

/** Citations that stand side by side, together. */
function runsOf(cites: readonly Element[]): Element[][] {
  const runs: Element[][] = [];
  for (const cite of cites) {
    const last = runs.at(-1);
    if (last !== undefined && cite.previousElementSibling === last.at(-1)) last.push(cite);
    else runs.push([cite]);
  }
  return runs;
}

/** What was printed line by line is one block, as in a terminal. */
function joinLines(out: Element): void {
  for (const line of all(out, 'pre.ev')) {
    const before = line.previousElementSibling;
    if (before?.matches('pre.ev') !== true) continue;
    before.textContent = `${before.textContent}\n${line.textContent}`;
    line.remove();
  }
}

/** A list of names and values as one item a pair. */
function factList(list: Element, make: (tag: string, text: string) => Element): Element {
  const items = make('ul', '');
  for (const name of all(list, 'dt')) {
    const value = name.nextElementSibling?.textContent ?? '';
    items.appendChild(make('li', `${name.textContent}: ${value}`));
  }
  return items;
}
