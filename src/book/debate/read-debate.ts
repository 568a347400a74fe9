import type { Page } from '../page/page.ts';
import type { Problem } from '../problems.ts';
import type { Sources } from '../lists/sources.ts';
import {
  checkChapters,
  checkDates,
  checkFeatures,
  checkMail,
  checkQuoted,
  checkSources,
  checkTopic,
} from './checks.ts';
import { event, type DebateEvent } from './event.ts';
import { position, type Position } from './position.ts';
import { readRecords, type Records } from './records.ts';
import { checkStances } from './stance-check.ts';
import { topic, type Topic } from './topic.ts';
import { version, type Version } from './version.ts';

/** Who argued what and when, in the order of the files. Plain data. */
export interface Debate {
  readonly topics: readonly Topic[];
  readonly positions: readonly Position[];
  readonly events: readonly DebateEvent[];
  readonly versions: readonly Version[];
}

/** Reads and checks the four files on the debate. */
export function readDebate(
  content: string,
  { byId, ids }: Sources,
  pages: readonly Page[],
): { debate: Debate; problems: Problem[] } {
  const topics = readRecords(content, 'topics', topic);
  const positions = readRecords(content, 'positions', position);
  const events = readRecords(content, 'timeline', event);
  const versions = readRecords(content, 'versions', version);
  const slugs = new Set(topics.entries.map(({ value }) => value.slug));
  const guide = new Set(pages.filter(({ section }) => section === 'guide').map((p) => p.slug));
  const problems = [
    ...[topics, positions, events, versions].flatMap((records) => records.problems),
    ...topics.entries.flatMap((one) => [...checkSources(one, ids), ...checkChapters(one, guide)]),
    ...positions.entries.flatMap((one) => [
      ...checkSources(one, ids),
      ...checkMail(one, byId),
      ...checkQuoted(one, byId),
      ...(topics.whole ? checkTopic(one, slugs) : []),
    ]),
    ...checkStances(positions.entries, {
      topics: new Map(topics.entries.map(({ value }) => [value.slug, value])),
      sources: byId,
    }),
    ...events.entries.flatMap((one) => checkSources(one, ids)),
    ...checkDates(events.entries),
    ...versions.entries.flatMap((one) => checkSources(one, ids, othersOf(one.value))),
    ...checkDates(versions.entries),
    ...(versions.whole ? checkFeatures(versions.entries) : []),
  ];
  const debate = {
    topics: valuesOf(topics),
    positions: valuesOf(positions),
    events: valuesOf(events),
    versions: valuesOf(versions),
  };
  return { debate, problems };
}

/** What a version names beside its sources. */
function othersOf({ cover, drops }: Version): (readonly [key: string, id: string | null])[] {
  const why = drops.flatMap(({ source }) => source.map((id) => ['drops', id] as const));
  return [['cover', cover], ...why];
}

function valuesOf<T>({ entries }: Records<T>): readonly T[] {
  return entries.map(({ value }) => value);
}
