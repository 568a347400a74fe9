import { nearest } from '../../model/index.ts';
import type { Problem } from '../problems.ts';

/** What is wrong where a page or an entry names a source that the list lacks. */
export function unknownSource(
  at: Pick<Problem, 'code' | 'file' | 'line' | 'id'>,
  received: string,
  ids: ReadonlySet<string>,
): Problem {
  const near = nearest(received, ids);
  return {
    ...at,
    received,
    expected: 'an id from content/data/sources.json',
    from: ['sources'],
    remedy: near === null ? 'Add the source to the list.' : `Write ${near}, or add the source.`,
  };
}
