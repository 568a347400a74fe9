import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take 20 s or more, the longest first; the others are begun when these are. The first builds
 * the site, which takes a while; the four after it do without.
 */
export const LONGEST: readonly string[] = [
  'tests/site/pages.test.ts',
  'tests/browsers/attacks.test.ts',
  'tests/figures/triage/fuzz.test.ts',
  'tests/browsers/walls.test.ts',
  'tests/figures/moved.test.ts',
  'tests/site/warm.test.ts',
  'tests/site/rows.test.ts',
  'tests/site/narrow.test.ts',
  'tests/site/waking.test.ts',
  'tests/site/cascade.test.ts',
  'tests/offline/zip.test.ts',
  'tests/site/observations.test.ts',
  'tests/browsers/journeys.test.ts',
  'tests/snippets/policies.test.ts',
  'tests/site/returning.test.ts',
  'tests/site/nav.test.ts',
  'tests/attacks/attacks.test.ts',
  'tests/site/debate.test.ts',
  'tests/book/dev.test.ts',
  'tests/book/kept.test.ts',
  'tests/site/checks.test.ts',
  'tests/snippets/page.test.ts',
  'tests/reference/filters.test.ts',
  'tests/site/workbench.test.ts',
  'tests/figures/drawing/room.test.ts',
  'tests/house/new.test.ts',
  'tests/site/room.test.ts',
  'tests/site/resilience.test.ts',
  'tests/site/shift.test.ts',
  'tests/offline/update.test.ts',
  'tests/figures/hydrate.test.ts',
];

/**
 * A long file that is begun last keeps one core busy while the others have nothing left. How long each
 * took is known only where the tests have run before; without that, Vitest goes by the size of a file.
 */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.indexOf(relative(this.ctx.config.root, moduleId).replaceAll('\\', '/'));
      return at === -1 ? LONGEST.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}
