import type { Page } from '../page/page.ts';
import type { Problem } from '../problems.ts';

/** Chapters that need each other, one after the other in a circle: nobody can begin. Each circle once. */
export function checkNeedCircles(pages: readonly Page[]): Problem[] {
  const needs = new Map(pages.map(({ route, frontmatter }) => [route, frontmatter?.needs ?? []]));
  const seen = new Set<string>();
  return pages.flatMap(({ route, file, keyLines }): Problem[] => {
    const circle = wayBack(route, needs);
    const members = circle.toSorted().join(' ');
    if (circle.length < 2 || seen.has(members)) return [];
    seen.add(members);
    return [
      {
        code: 'need-circle',
        file,
        line: keyLines.get('needs') ?? 1,
        received: [...circle, route].join(' needs '),
        expected: 'an order in which these can be read',
        remedy: 'Take off needs what the chapter explains itself.',
      },
    ];
  });
}

/** The shortest circle of needs from a page back to it, without its end; empty where there is none. */
function wayBack(start: string, needs: ReadonlyMap<string, readonly string[]>): string[] {
  const ways: string[][] = [[start]];
  const met = new Set<string>();
  for (const way of ways)
    for (const need of needs.get(way.at(-1) ?? '') ?? []) {
      if (need === start) return way;
      if (met.has(need)) continue;
      met.add(need);
      ways.push([...way, need]);
    }
  return [];
}
