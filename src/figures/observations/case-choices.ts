import { filterOf, slug, type Filter } from '../tables/table.ts';
import { endingWord } from './ending.ts';
import type { MapPart } from './rows.ts';

/** What can be chosen on a map: a family, an ending, whether the cells of a row differ, and how the model stands. */
export function caseChoices(parts: readonly MapPart[], differing: string): readonly Filter[] {
  const cells = parts.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const besides = cells.flatMap(({ beside }) => beside ?? []);
  const ends = cells.flatMap(({ endings }) => endings.map(endingWord));
  return [
    {
      key: 'family',
      label: 'family',
      options: parts.map((part) => [part.slug, part.heading] as const),
    },
    filterOf('end', 'ends with', ends),
    {
      key: 'cpus',
      label: differing,
      options: [
        ['differ', 'differ'],
        ['alike', 'alike'],
      ],
    },
    ...(besides.length > 0 ? [filterOf('model', 'model', besides)] : []),
  ];
}

/** What a row has for each choice but the family, which is that of its part. */
export const rowKeys = ({ cells }: MapPart['rows'][number]): Readonly<Record<string, string>> => {
  const ends = new Set(cells.flatMap(({ endings }) => endings.map(endingWord)));
  return {
    'data-end': [...ends].map(slug).join(' '),
    'data-cpus': ends.size > 1 ? 'differ' : 'alike',
    'data-model': [...new Set(cells.map(({ beside }) => slug(beside ?? '')))].join(' '),
  };
};
