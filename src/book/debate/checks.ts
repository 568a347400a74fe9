import { nearest } from '../nearest.ts';
import type { Problem } from '../problems.ts';
import type { Source } from '../source.ts';
import { unknownSource } from '../unknown-source.ts';
import { LANDED, type Position } from './position.ts';
import type { Entry } from './records.ts';
import type { Topic } from './topic.ts';
import type { Version } from './version.ts';

/** An entry of any file that names sources. */
type Sourced = Entry<{ readonly source: readonly string[] }>;

/** Every id that an entry names must be in the source list. */
export function checkSources(
  { value, file, lineOf }: Sourced,
  ids: ReadonlySet<string>,
  others: Readonly<Record<string, string | null | undefined>> = {},
): Problem[] {
  const named = [
    ...value.source.map((id) => ['source', id] as const),
    ...Object.entries(others).map(([key, id]) => [key, id] as const),
  ];
  return named.flatMap(([key, id]) => {
    if (id === null || id === undefined || ids.has(id)) return [];
    return unknownSource({ code: 'data-source', file, line: lineOf(key), id }, id, ids);
  });
}

/** Years, months and days compare as they are written: a year stands before its months. */
export function checkDates(entries: readonly Entry<{ readonly date: string }>[]): Problem[] {
  return entries.flatMap(({ value, file, lineOf }, index) => {
    const above = entries[index - 1];
    if (above === undefined || above.value.date <= value.date) return [];
    return {
      code: 'date-order',
      file,
      line: lineOf('date'),
      received: `${value.date} after ${above.value.date}`,
      expected: 'dates that rise, or stay as they are',
      remedy: `Correct the date, or move the entry above line ${above.line}.`,
    };
  });
}

/** A position is shown with the mail in which it stands; of code, the commit or the code will do. */
export function checkMail(
  { value, file, lineOf }: Entry<Position>,
  sources: ReadonlyMap<string, Source>,
): Problem[] {
  const landed = value.person === LANDED;
  const enough: readonly Source['kind'][] = landed ? ['mail', 'commit', 'code'] : ['mail'];
  const kinds = value.source.map((id) => sources.get(id)?.kind);
  if (kinds.some((kind) => kind === undefined || enough.includes(kind))) return [];
  const named = value.source.map((id, index) => `${id} (${kinds[index]})`);
  return [
    {
      code: 'position-mail',
      file,
      line: lineOf('source'),
      received: named.join(', '),
      expected: `at least one source of the kind ${enough.join(', ')}`,
      remedy: 'Name the mail in which it is stated, or remove the position.',
    },
  ];
}

/** A position belongs to a question that has a section. */
export function checkTopic(
  { value, file, lineOf }: Entry<Position>,
  slugs: ReadonlySet<string>,
): Problem[] {
  const { topic } = value;
  if (slugs.has(topic)) return [];
  const near = nearest(topic, slugs);
  return [
    {
      code: 'position-topic',
      file,
      line: lineOf('topic'),
      received: topic,
      expected: `one of ${[...slugs].join(', ')}`,
      remedy: near === null ? 'Add the topic to topics.json.' : `Write ${near}.`,
    },
  ];
}

/** A question leads on to chapters that exist. */
export function checkChapters(
  { value, file, lineOf }: Entry<Topic>,
  slugs: ReadonlySet<string>,
): Problem[] {
  return value.chapters
    .filter((slug) => !slugs.has(slug))
    .map((slug) => {
      const near = nearest(slug, slugs);
      return {
        code: 'topic-chapter',
        file,
        line: lineOf('chapters'),
        received: slug,
        expected: 'the slug of a page in content/guide',
        remedy: near === null ? 'Correct the slug, or add the page.' : `Write ${near}.`,
      };
    });
}

/** A version adds what is not there and drops what is. */
export function checkFeatures(entries: readonly Entry<Version>[]): Problem[] {
  const had = new Set<string>();
  return entries.flatMap(({ value, file, lineOf }) => {
    const at = { code: 'version-feature', file, id: value.version } as const;
    const twice = value.adds.filter((name) => had.has(name));
    const absent = value.drops.filter((name) => !had.has(name));
    for (const name of value.adds) had.add(name);
    const known = `one of ${[...had].join(', ')}`;
    for (const name of value.drops) had.delete(name);
    return [
      ...twice.map((name) => ({
        ...at,
        line: lineOf('adds'),
        received: `adds ${name}`,
        expected: 'a feature that the version before it has not',
        remedy: 'Remove it here, or drop it in a version between.',
      })),
      ...absent.map((name) => {
        const near = nearest(name, had);
        return {
          ...at,
          line: lineOf('drops'),
          received: `drops ${name}`,
          expected: known,
          remedy: near === null ? 'Remove it, or add it in an earlier version.' : `Write ${near}.`,
        };
      }),
    ];
  });
}
