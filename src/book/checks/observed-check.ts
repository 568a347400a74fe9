import { nearest } from '../../model/index.ts';
import type { Page } from '../page/page.ts';
import type { Problem } from '../problems.ts';

/** Ids of recorded cases that a page names and no run has; `recorded` are those that runs have. */
export function checkObserved(page: Page, recorded: readonly string[]): Problem[] {
  const tables = page.elements.filter(({ name }) => name === 'ObservedTable');
  if (tables.length === 0) return [];
  const ids = new Set(recorded);
  return tables.flatMap(({ attributes, line }) =>
    (attributes.get('cases') ?? '')
      .split(/\s+/)
      .filter((id) => !ids.has(id))
      .map((id): Problem => {
        const near = nearest(id, recorded);
        return {
          code: 'observation-unknown',
          from: ['observations'],
          file: page.file,
          line,
          id,
          received: id === '' ? 'no cases' : id,
          expected: 'ids of cases in content/data/observations, with spaces between them',
          remedy: near === null ? 'Name a recorded case.' : `Write ${near}.`,
        };
      }),
  );
}
