import { lineAt, type BuiltHtml, type BuiltSite } from './built-site.ts';
import type { Problem } from '../problems.ts';

/** Elements that hydrate in the browser; a snippet is checked by its own output. */
const FIGURE = /<(stage-(?!snippet\b)[a-z-]+)\b([^>]*)>/g;
/** A drawing has more words than this; a frame that waits for its script has fewer. */
const LEAST_LETTERS = 40;

/** Figures of a built site that are empty or nameless until their script has run. */
export function checkBuiltFigures({ pages }: BuiltSite): Problem[] {
  return pages.flatMap(checkPage);
}

function checkPage(page: BuiltHtml): Problem[] {
  const { html } = page;
  return [...html.matchAll(FIGURE)].flatMap((match): Problem[] => {
    const [tag, name = '', attributes = ''] = match;
    const start = match.index + tag.length;
    const inside = html.slice(start, Math.max(start, html.indexOf(`</${name}>`, start)));
    const at = () => ({
      code: 'figure-static' as const,
      file: page.file,
      line: lineAt(page, match.index),
    });
    const letters = lettersIn(inside);
    const problems: Problem[] = [];
    if (letters < LEAST_LETTERS)
      problems.push({
        ...at(),
        received: `<${name}> with ${letters} letters in it`,
        expected: `the whole figure as static HTML, at least ${LEAST_LETTERS} letters`,
        remedy: 'Let the component of the figure draw its first state when the site is built.',
      });
    if (!hasName(html, match.index, attributes, inside))
      problems.push({
        ...at(),
        received: `<${name}> without a name`,
        expected: 'a <figure> with a label or caption around it, or a name of its own',
        remedy: 'Give the figure a label or a caption.',
      });
    return problems;
  });
}

function lettersIn(html: string): number {
  const words = html.replace(/<(script|style|template|noscript)\b[^]*?<\/\1>/g, ' ');
  return words.replace(/<[^>]*>|&[#\w]+;/g, ' ').replace(/\s/g, '').length;
}

/** The figure around it, the element itself, or the table in it says what it is. */
function hasName(html: string, index: number, attributes: string, inside: string): boolean {
  const begin = html.lastIndexOf('<figure', index);
  const end = html.indexOf('</figure>', Math.max(begin, 0));
  const figure = begin >= 0 && end > index ? html.slice(begin, end) : '';
  const tag = /^<figure[^>]*>/.exec(figure)?.[0] ?? '';
  const labelled = /\saria-(?:label|labelledby)="[^"]*\S[^"]*"/.test(`${tag} ${attributes}`);
  return labelled || /<(?:fig)?caption\b[^>]*>\s*\S/.test(figure || inside);
}
