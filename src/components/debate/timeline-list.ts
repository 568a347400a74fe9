import { debate, EVENT_KINDS, type DebateEvent } from '../../book/index.ts';
import { actorsOf, slugOf, topicsOf } from './people.ts';

/** What each kind of event is called. */
export const KIND_WORDS: Readonly<Record<DebateEvent['kind'], string>> = {
  before: 'before the series',
  beside: 'beside the series',
  argument: 'argument',
  posting: 'posting of a series',
  landing: 'landing',
  since: 'since then',
};

/** An event with the words by which it is chosen. */
export interface Listed extends DebateEvent {
  readonly people: readonly string[];
  readonly topics: readonly string[];
}

/** A year of the timeline. */
export interface Year {
  readonly year: string;
  readonly events: readonly Listed[];
}

/** A choice: the name of its parameter, its label, and values with their words. */
export interface Choice {
  readonly name: string;
  readonly label: string;
  readonly options: readonly (readonly [value: string, words: string])[];
}

const { events, positions, topics } = debate();
const listed: readonly Listed[] = events.map((event) => ({
  ...event,
  people: actorsOf(event),
  topics: topicsOf(event, positions),
}));

/** The events by year, in the order of the file. */
export function years(): Year[] {
  const names = [...new Set(listed.map(({ date }) => date.slice(0, 4)))];
  return names.map((year) => ({
    year,
    events: listed.filter(({ date }) => date.startsWith(year)),
  }));
}

/** What can be chosen: only what some event has. People by name, questions in their own order. */
export function choices(): Choice[] {
  const people = [...new Set(listed.flatMap((event) => event.people))].toSorted();
  const asked = new Set(listed.flatMap((event) => event.topics));
  const kinds = new Set(listed.map(({ kind }) => kind));
  return [
    { name: 'person', label: 'who', options: people.map((name) => [slugOf(name), name]) },
    {
      name: 'question',
      label: 'question',
      options: topics.filter(({ slug }) => asked.has(slug)).map((t) => [t.slug, t.column]),
    },
    {
      name: 'kind',
      label: 'kind',
      options: EVENT_KINDS.filter((kind) => kinds.has(kind)).map((kind) => [
        kind,
        KIND_WORDS[kind],
      ]),
    },
  ];
}
