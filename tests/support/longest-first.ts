import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take long, the longest first; the others are begun when these are. */
export const LONGEST: readonly string[] = [
  'tests/site/pages.test.ts',
  'tests/figures/hydrate.test.ts',
  'tests/site/warm.test.ts',
  'tests/site/cascade.test.ts',
  'tests/snippets/page.test.ts',
  'tests/book/dev.test.ts',
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
