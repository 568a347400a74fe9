/** Pages below a folder, as the search sees them. */
interface Kind {
  readonly folder: string;
  /** What a result says of its page. */
  readonly kind: string;
  /** How much a page counts beside others that fit as well; 1 where nothing is said. */
  readonly weight?: number;
}

const KINDS: readonly Kind[] = [
  { folder: '/guide/', kind: 'Chapter' },
  { folder: '/reference/api/', kind: 'API' },
  { folder: '/reference/', kind: 'Reference' },
  { folder: '/glossary/', kind: 'Glossary' },
  { folder: '/debate/', kind: 'Debate' },
  { folder: '/timeline/', kind: 'Timeline' },
  { folder: '/observations/', kind: 'Kernels' },
  { folder: '/unknown/', kind: 'Open points' },
  { folder: '/versions/', kind: 'Versions' },
  // Who searches for a thing wants the chapter that explains it before an exercise of its name.
  { folder: '/exercises/', kind: 'Exercise', weight: 0.5 },
  { folder: '/paths/', kind: 'Path' },
];

const kindAt = (route: string): Kind | undefined =>
  KINDS.find(({ folder }) => route.startsWith(folder));

/** kindOf names the kind of a page by its route, such as 'Chapter'. */
export const kindOf = (route: string): string => kindAt(route)?.kind ?? 'Page';

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
  const { weight = 1 } = kindAt(route) ?? {};
  if (weight !== 1)
    page = page.replaceAll(
      /<(article(?=[^>]*data-pagefind-body)|h[1-3])/g,
      `<$1 data-pagefind-weight="${weight}"`,
    );
  const kind = `data-pagefind-body data-pagefind-meta="kind:${kindOf(route)}"`;
  const extra =
    words.length === 0
      ? ''
      : `<p data-pagefind-ignore data-pagefind-meta="words">${escaped(asTyped(words))}</p>`;
  return page.replace(/data-pagefind-body(?:="")?([^>]*>)/, `${kind}$1${extra}`);
}
