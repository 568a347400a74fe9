import { targetOf } from '../../link/decoded.ts';
import { nearest } from '../../model/index.ts';
import type { Found, Page } from '../page/page.ts';
import type { Problem } from '../problems.ts';
import type { Routes } from './routes.ts';

/** Stands in for the site while addresses are resolved. */
const ORIGIN = 'https://site.invalid';

/** Dead links and anchors within the site, and outside links that are not https addresses. */
export function checkLinks(page: Page, routes: Routes): Problem[] {
  return page.links.flatMap((link) => checkLink(link, page, routes));
}

function checkLink({ value, line }: Found, page: Page, routes: Routes): Problem[] {
  const at = { file: page.file, line, received: value || 'an empty address' };
  const url = URL.canParse(value, ORIGIN + page.route) ? new URL(value, ORIGIN + page.route) : null;
  if (url === null || url.origin !== ORIGIN) return isHttps(value, url) ? [] : [external(at)];
  const { path, id } = targetOf(url);
  const anchors = value === '' ? undefined : routes.get(path);
  if (anchors === undefined)
    return [deadLink(at, value === '' ? null : nearest(path, routes.keys()))];
  if (id === '' || anchors === null || anchors.has(id)) return [];
  return [deadAnchor(at, id, path, anchors)];
}

function isHttps(value: string, url: URL | null): boolean {
  return url?.protocol === 'https:' && /^https:\/\/[^/\s]+\.[^/\s]/.test(value);
}

type At = Pick<Problem, 'file' | 'line' | 'received'>;

function external(at: At): Problem {
  return {
    ...at,
    code: 'link-external',
    expected: 'https:// and a host name',
    remedy: 'Correct the address; use https where the site offers it.',
  };
}

function deadLink(at: At, near: string | null): Problem {
  return {
    ...at,
    code: 'link-dead',
    ...(at.received.startsWith('/sources/') ? { from: ['sources'] } : {}),
    expected: 'the address of a page, with a slash at its end',
    remedy: near === null ? 'Correct the link, or add the page.' : `Write ${near}.`,
  };
}

function deadAnchor(at: At, id: string, path: string, anchors: ReadonlySet<string>): Problem {
  const near = nearest(id, anchors);
  return {
    ...at,
    code: 'anchor-dead',
    ...(path === '/glossary/' ? { from: ['glossary'] } : {}),
    expected: `a heading or id of ${path}`,
    remedy: near === null ? 'Correct the part after #, or remove it.' : `Write #${near}.`,
  };
}
