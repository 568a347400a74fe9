import type { Entry } from './entries.ts';
import type { Problem } from '../problems.ts';
import { unknownSource } from './unknown-source.ts';

/** Ids that an entry of a data file names and the source list lacks, each on its own line. */
export function checkDataSources(
  { file, id, lineOf }: Pick<Entry<unknown>, 'file' | 'id' | 'lineOf'>,
  named: readonly string[],
  key: string,
  sources: ReadonlySet<string>,
): Problem[] {
  return named.flatMap((source, index) => {
    if (sources.has(source)) return [];
    const at = { code: 'data-source', file, line: lineOf(`${key}.${index}`), id } as const;
    return unknownSource(at, source, sources);
  });
}
