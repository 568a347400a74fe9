import { nearest } from '../../model/index.ts';
import type { Problem } from '../problems.ts';
import type { Source } from '../lists/sources.ts';
import { unknownSource } from '../lists/unknown-source.ts';
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
  others: readonly (readonly [key: string, id: string | null])[] = [],
): Problem[] {
  const named = [...value.source.map((id) => ['source', id] as const), ...others];
  return named.flatMap(([key, id]) => {
    if (id === null || ids.has(id)) return [];
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
      from: ['sources'],
      file,
      line: lineOf('source'),
      received: named.join(', '),
      expected: `at least one source of the kind ${enough.join(', ')}`,
      remedy: 'Name the mail in which it is stated, or remove the position.',
    },
  ];
}

/** What the title of a source says where only a quotation of it was read. */
const THROUGH = /known through the quotation in ([A-Z0-9-]+)/;

/** Words of a person come from a mail of that person, or the entry names the mail that quotes or tags them. */
export function checkQuoted(
  { value, file, lineOf }: Entry<Position>,
  sources: ReadonlyMap<string, Source>,
): Problem[] {
  const { person, source, quotedIn = [], tagIn, status } = value;
  const line = lineOf('source');
  const at = { code: 'position-quoted', file, line, from: ['sources'] } as const;
  const said = [...quotedIn, ...(tagIn === undefined ? [] : [tagIn])];
  const absent = said.filter((id) => !source.includes(id));
  const foreign = source.filter((id) => {
    const { kind, author = '' } = sources.get(id) ?? {};
    return kind === 'mail' && !author.startsWith(person) && !said.includes(id);
  });
  const through = source.flatMap((id) => THROUGH.exec(sources.get(id)?.title ?? '')?.[1] ?? []);
  const silent = through.filter((id) => !quotedIn.includes(id));
  // What nobody said is concluded from the mails of others; such an entry is shown as inferred.
  const others = person === LANDED || status !== 'confirmed' ? [] : foreign;
  return [
    ...others.map((id) => ({
      ...at,
      received: `${id}, a mail of ${sources.get(id)?.author ?? ''}`,
      expected: `a mail of ${person}, or its id in quotedIn or tagIn`,
      remedy: `Cite the mail in which ${person} says it, or name the mail that quotes it.`,
    })),
    ...silent.map((id) => ({
      ...at,
      received: 'a mail that is known through a quotation',
      expected: `quotedIn with ${id}`,
      remedy: `Add ${id} to source and to quotedIn.`,
    })),
    ...absent.map((id) => ({
      ...at,
      received: `quotedIn or tagIn with ${id}, which source lacks`,
      expected: `${id} in source`,
      remedy: `Add ${id} to source.`,
    })),
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
      from: ['topics'],
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
    const dropped = value.drops.map(({ feature }) => feature);
    const absent = dropped.filter((name) => !had.has(name));
    for (const name of value.adds) had.add(name);
    const known = `one of ${[...had].join(', ')}`;
    for (const name of dropped) had.delete(name);
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
