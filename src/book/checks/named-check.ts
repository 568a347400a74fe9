import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nearest } from '../../model/index.ts';
import { root } from '../../root.ts';
import { CHAPTERS } from '../../triage/chapters.ts';
import { NAMED } from '../named.ts';
import type { Page } from '../page/page.ts';
import type { Problem } from '../problems.ts';

/** The lists of chapters that code leads to, by their files. */
const LISTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'src/book/named.ts': NAMED,
  'src/triage/chapters.ts': CHAPTERS,
};

/** Chapters that the code names and the guide does not have: one was renamed or removed. */
export function checkNamed(pages: readonly Pick<Page, 'route'>[]): Problem[] {
  const routes = new Set(pages.map(({ route }) => route));
  return Object.entries(LISTS).flatMap(([file, list]) => {
    const missing = Object.values(list).filter((route) => !routes.has(route));
    if (missing.length === 0) return [];
    const lines = readFileSync(join(root, file), 'utf8').split('\n');
    return missing.map((route) => {
      const near = nearest(route, routes);
      return {
        code: 'named-route',
        file,
        line: lines.findIndex((line) => line.includes(`'${route}'`)) + 1,
        received: route,
        expected: 'the address of a chapter',
        remedy: near === null ? 'Name another chapter, or add this one.' : `Write ${near}.`,
      };
    });
  });
}
