import { join } from 'node:path';
import type { Page } from '../page/page.ts';
import { readPlainText } from '../plain-text.ts';
import { shownPath } from '../places.ts';
import type { Problem } from '../problems.ts';

/** What `npm run new` writes where an author has to say something. */
export const FILL = 'Fill in:';

/** Lists that a new thing may stand in. */
const DATA = ['data/glossary.json', 'data/map.json'];

/** Places that were left for an author and are not filled in, each with its line. */
export function checkUnfilled(pages: readonly Page[], content: string): Problem[] {
  const paths = [...pages.map(({ path }) => path), ...DATA.map((name) => join(content, name))];
  return paths.flatMap((path) => {
    const file = shownPath(path, content);
    const { text } = readPlainText(path, file);
    if (text === null || !text.includes(FILL)) return [];
    return text.split('\n').flatMap((line, i): Problem[] => {
      const at = line.indexOf(FILL);
      if (at < 0) return [];
      return [
        {
          code: 'unfilled',
          file,
          line: i + 1,
          received: line.slice(at, at + 80),
          expected: 'the words of an author',
          remedy: `Write them in place of ${FILL} and what follows.`,
        },
      ];
    });
  });
}
