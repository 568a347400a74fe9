import type { Card } from './card.ts';

/** What a finished page gives to its preview; the drawing as it stands in the page. */
export function readPage(html: string): Card {
  const meta = (name: string): string =>
    new RegExp(`<meta property="${name}" content="([^"]*)"`).exec(html)?.[1] ?? '';
  return {
    title: meta('og:title'),
    description: meta('og:description'),
    drawing: firstDrawing(html),
  };
}

/** The first drawing of a page; of a story its last picture, which shows how it ends. */
function firstDrawing(html: string): string | null {
  const from = html.indexOf('<svg class="sg"');
  if (from < 0) return null;
  const end = html.indexOf('</figure>', from);
  const figure = html.slice(from, end < 0 ? undefined : end);
  return [...figure.matchAll(/<svg class="sg"[^]*?<\/svg>/g)].at(-1)?.[0] ?? null;
}
