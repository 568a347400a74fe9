import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { root } from '../../root.ts';

/** A page as built. */
export interface BuiltHtml {
  /** Its path as reports show it. */
  readonly file: string;
  readonly route: string;
  readonly html: string;
}

/** A built site: the addresses of its files, and its pages. */
export interface BuiltSite {
  readonly routes: ReadonlySet<string>;
  readonly pages: readonly BuiltHtml[];
}

/** Reads a built site once for all checks. */
export function readBuiltSite(folder: string): BuiltSite {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  return {
    routes: new Set(files.map((file) => routeOf(file))),
    pages: files
      .filter((file) => file.endsWith('.html'))
      .map((name) => ({
        file: relative(root, join(folder, name)).split(sep).join('/'),
        route: routeOf(name),
        html: readFileSync(join(folder, name), 'utf8'),
      })),
  };
}

/** The 1-based line of a place in a page. It reads all before it: for what is wrong, not for all. */
export function lineAt({ html }: BuiltHtml, index: number): number {
  return html.slice(0, index).split('\n').length;
}

function routeOf(file: string): string {
  return `/${file.split(sep).join('/')}`.replace(/\/index\.html$/, '/');
}
