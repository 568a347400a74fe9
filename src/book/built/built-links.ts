import { lineAt, type BuiltHtml, type BuiltSite } from './built-site.ts';
import { targetOf } from '../../link/decoded.ts';
import type { Problem } from '../problems.ts';

const ORIGIN = 'https://site.invalid';

/** Dead links of a built site, of whatever template or component they come from. */
export function checkBuiltLinks({ routes, pages }: BuiltSite): Problem[] {
  const ids = new Map(pages.map(({ route, html }) => [route, idsIn(html)] as const));
  return pages.flatMap((page) =>
    linksIn(page).flatMap(({ href, index }): Problem[] => {
      const url = new URL(href, ORIGIN + page.route);
      if (url.origin !== ORIGIN) return [];
      const { path, id } = targetOf(url);
      const there = ids.get(path);
      if (routes.has(path) && (id === '' || there === undefined || leads(id, there))) return [];
      return [
        {
          code: 'built-link',
          file: page.file,
          line: lineAt(page, index),
          received: href,
          expected: routes.has(path) ? `an id of ${path}` : 'the address of a built page or file',
          remedy: 'Correct the template or component that writes the link.',
        },
      ];
    }),
  );
}

/** To an element of that id, or to a state of a figure: `#rows=1.…` where the page has that figure. */
const leads = (id: string, there: ReadonlySet<string>): boolean =>
  there.has(id.includes('=') ? id.replace(/=.*/s, '=') : id);

function linksIn({ html }: BuiltHtml): { href: string; index: number }[] {
  return [...html.matchAll(/<a\s(?:[^>]*?\s)?href="([^"]*)"/g)].map((match) => ({
    href: (match[1] ?? '').replaceAll('&amp;', '&').replaceAll('&#38;', '&'),
    index: match.index,
  }));
}

function idsIn(html: string): ReadonlySet<string> {
  const figures = ['data-name', 'id'].flatMap((attribute) => [
    ...html.matchAll(new RegExp(`<stage-[^>]*?\\s${attribute}="([^"]*)"`, 'g')),
  ]);
  return new Set([
    ...[...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id),
    ...figures.map(([, name = '']) => `${name}=`),
  ]);
}
