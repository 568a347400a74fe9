import type { Entry } from './entries.ts';
import { nearest } from './nearest.ts';
import type { Problem } from './problems.ts';

/** Ids that an entry of a data file names and the source list lacks, each on its own line. */
export function checkDataSources(
  { file, id, lineOf }: Pick<Entry<unknown>, 'file' | 'id' | 'lineOf'>,
  named: readonly string[],
  key: string,
  sources: ReadonlySet<string>,
): Problem[] {
  return named.flatMap((source, index): Problem[] => {
    if (sources.has(source)) return [];
    const near = nearest(source, sources);
    return [
      {
        code: 'data-source',
        file,
        line: lineOf(`${key}.${index}`),
        id,
        received: source,
        expected: 'an id from content/data/sources.json',
        remedy: near === null ? 'Add the source to the list.' : `Write ${near}, or add the source.`,
      },
    ];
  });
}
