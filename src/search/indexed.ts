/** What a result says of its page. */
const KINDS: readonly (readonly [folder: string, kind: string])[] = [
  ['/guide/', 'Chapter'],
  ['/reference/api/', 'API'],
  ['/reference/', 'Reference'],
  ['/glossary/', 'Glossary'],
  ['/debate/', 'Debate'],
  ['/timeline/', 'Timeline'],
  ['/observations/', 'Kernels'],
  ['/unknown/', 'Open points'],
  ['/versions/', 'Versions'],
  ['/exercises/', 'Exercise'],
  ['/paths/', 'Path'],
];

/** kindOf names the kind of a page by its route, such as 'Chapter'. */
export const kindOf = (route: string): string =>
  KINDS.find(([folder]) => route.startsWith(folder))?.[1] ?? 'Page';

/** Parts of a page that nobody searches for: what a program says or is, and what one presses. */
const IGNORED = ['class="snip-out"', 'class="snip-code"', 'class="snip-bar"'];

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Words as they are and, where they hold signs, as their parts: Pagefind takes no part of such a word. */
function asTyped(words: readonly string[]): string {
  const parts = words.map((word) => (word.match(/[\p{L}\p{N}_]+/gu) ?? []).join(' '));
  return [...new Set([...words, ...parts])].join('. ');
}

/**
 * indexed is a page as the search is to read it: prose, headings and names. Cells of tables and lines
 * stand apart, buttons and output are left out. `words` that people type for this page, and that it may
 * not contain, are data of the page: they count above its own, and no excerpt shows them.
 */
export function indexed(html: string, route: string, words: readonly string[]): string {
  let page = html;
  for (const part of IGNORED)
    page = page.replaceAll(`<div ${part}`, `<div data-pagefind-ignore ${part}`);
  page = page
    .replaceAll('<button', '<button data-pagefind-ignore')
    .replace(/<\/(td|th|dt|dd|li|summary|option)>/g, ' </$1>')
    .replace(/<span class="tab-(line|more)"/g, ' $&');
  // Who searches for a thing wants the chapter that explains it before an exercise of its name.
  if (/^\/exercises\/./.test(route))
    page = page
      .replace(/<(article[^>]*data-pagefind-body)/, '<$1 data-pagefind-weight="0.5"')
      .replaceAll(/<(h[1-3])/g, '<$1 data-pagefind-weight="0.5"');
  const kind = `data-pagefind-body data-pagefind-meta="kind:${kindOf(route)}"`;
  const extra =
    words.length === 0
      ? ''
      : `<p data-pagefind-ignore data-pagefind-meta="words">${escaped(asTyped(words))}</p>`;
  return page.replace(/data-pagefind-body(?:="")?([^>]*>)/, `${kind}$1${extra}`);
}
