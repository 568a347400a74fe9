import type { Entry } from '../lists/entries.ts';
import { stepRoute, type ReadingPath } from '../lists/paths.ts';
import type { Page } from '../page/page.ts';
import type { Problem } from '../problems.ts';
import { checkNeedCircles } from './need-circle-check.ts';
import { readPathsOf } from './path-check.ts';

const NEXT = 'What to read next';

/**
 * Pages that contradict the order of a path on which they stand: their last section leads back, or they
 * need what only comes later. And pages whose needs allow no order, on a path or off it.
 */
export function checkOrderOfPaths(
  entries: readonly Entry<ReadingPath>[],
  pages: readonly Page[],
): Problem[] {
  const paths = readPathsOf(entries).filter(({ value }) => value.ordered);
  const against = pages.flatMap((page) => {
    const found = paths.flatMap(({ value }): Problem[] => {
      const routes = value.steps.map(stepRoute);
      const here = routes.indexOf(page.route);
      return here < 0
        ? []
        : [...leadsBack(page, value, routes, here), ...needsLater(page, value, routes, here)];
    });
    // A link can lead back on two paths; it is mended once.
    return [...new Map(found.map((one) => [`${one.code} ${one.received}`, one])).values()];
  });
  return [...against, ...checkNeedCircles(pages)];
}

/** A link of the last section that is earlier on the path; from its end there is no way on. */
function leadsBack(
  { route, links, headings, file }: Page,
  { id }: ReadingPath,
  routes: readonly string[],
  here: number,
): Problem[] {
  const sections = headings.filter(({ depth }) => depth === 2);
  const index = sections.findIndex(({ value }) => value === NEXT);
  const from = sections[index]?.line;
  if (from === undefined) return [];
  const to = sections[index + 1]?.line ?? Infinity;
  return links
    .filter(({ line }) => line > from && line < to)
    .flatMap(({ line, value }): Problem[] => {
      const target = routes.indexOf(value.replace(/[?#].*$/, ''));
      if (target < 0 || target > here) return [];
      const next = routes.find((one, n) => n > here && routes.indexOf(one) === n);
      return [
        {
          code: 'path-back',
          file,
          line,
          received: value,
          expected: `under ${NEXT} nothing that comes before ${route} on the path ${id}`,
          remedy:
            next === undefined
              ? 'Lead to a page that is not on the path, or link it in the text above.'
              : `Lead to ${next}, or link it in the text above.`,
        },
      ];
    });
}

function needsLater(
  { route, frontmatter, file, keyLines }: Page,
  { id }: ReadingPath,
  routes: readonly string[],
  here: number,
): Problem[] {
  return (frontmatter?.needs ?? []).flatMap((need): Problem[] => {
    if (routes.indexOf(need) <= here) return [];
    return [
      {
        code: 'need-later',
        file,
        line: keyLines.get('needs') ?? 1,
        received: need,
        expected: `only what comes before ${route} on the path ${id}`,
        remedy: 'Take it off needs, or give the path another order.',
      },
    ];
  });
}
