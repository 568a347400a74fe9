import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { root } from './places.ts';
import type { Problem } from './problems.ts';

/** A page as built: where it stands, the ids it has and the links that it makes. */
interface BuiltPage {
  readonly file: string;
  readonly route: string;
  readonly ids: ReadonlySet<string>;
  readonly links: readonly { href: string; line: number }[];
}

const ORIGIN = 'https://site.invalid';

/** Dead links of a built site, of whatever template or component they come from. */
export function checkBuiltLinks(folder: string): Problem[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  const routes = new Set(files.map((file) => routeOf(file)));
  const pages = files.filter((file) => file.endsWith('.html')).map((file) => read(folder, file));
  const ids = new Map(pages.map((page) => [page.route, page.ids] as const));
  return pages.flatMap((page) =>
    page.links.flatMap(({ href, line }): Problem[] => {
      const url = new URL(href, ORIGIN + page.route);
      if (url.origin !== ORIGIN) return [];
      const id = decodeURIComponent(url.hash.slice(1));
      const path = decodeURI(url.pathname);
      const there = ids.get(path);
      if (routes.has(path) && (id === '' || there === undefined || there.has(id))) return [];
      return [
        {
          code: 'built-link',
          file: page.file,
          line,
          received: href,
          expected: routes.has(path) ? `an id of ${path}` : 'the address of a built page or file',
          remedy: 'Correct the template or component that writes the link.',
        },
      ];
    }),
  );
}

function routeOf(file: string): string {
  return `/${file.split(sep).join('/')}`.replace(/\/index\.html$/, '/');
}

function read(folder: string, name: string): BuiltPage {
  const html = readFileSync(join(folder, name), 'utf8');
  const links = [...html.matchAll(/<a\s(?:[^>]*?\s)?href="([^"]*)"/g)].map((match) => ({
    href: (match[1] ?? '').replaceAll('&amp;', '&').replaceAll('&#38;', '&'),
    line: html.slice(0, match.index).split('\n').length,
  }));
  const ids = new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id));
  const file = relative(root, join(folder, name)).split(sep).join('/');
  return { file, route: routeOf(name), ids, links };
}
