import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nearest } from '../../model/index.ts';
import { root } from '../../root.ts';
import { FAULT } from '../../triage/chapters.ts';
import { REASONS } from '../../triage/reasons/data.ts';
import { NAMED } from '../named.ts';
import type { Page } from '../page/page.ts';
import type { Problem } from '../problems.ts';

/** The lists of chapters that code leads to, by their files. */
const LISTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'src/book/named.ts': NAMED,
  'src/triage/chapters.ts': { FAULT },
  'src/triage/reasons/reasons.json': REASONS.chapters,
};

/** Chapters, and places in them, that the code names and the guide does not have: renamed or removed. */
export function checkNamed(pages: readonly Pick<Page, 'route' | 'anchors'>[]): Problem[] {
  const anchorsOf = new Map(pages.map(({ route, anchors }) => [route, anchors] as const));
  const there = (address: string): boolean => {
    const [route = '', id] = address.split('#');
    const anchors = anchorsOf.get(route);
    if (anchors === undefined) return false;
    // A page that could not be read has anchors that nobody knows.
    return id === undefined || anchors === null || anchors.has(id);
  };
  return Object.entries(LISTS).flatMap(([file, list]) => {
    const missing = Object.values(list).filter((address) => !there(address));
    if (missing.length === 0) return [];
    const lines = readFileSync(join(root, file), 'utf8').split('\n');
    return missing.map((route) => {
      const near = nearest(route, anchorsOf.keys());
      return {
        code: 'named-route',
        file,
        line:
          lines.findIndex((line) =>
            [`'${route}'`, `"${route}"`].some((quoted) => line.includes(quoted)),
          ) + 1,
        received: route,
        expected: 'the address of a chapter, or of a heading in one',
        remedy: near === null ? 'Name another chapter, or add this one.' : `Write ${near}.`,
      };
    });
  });
}
