import { debate, EVENT_KINDS, type DebateEvent } from '../../book/index.ts';
import { readableDate } from '../date.ts';
import { dayOf } from './lanes/scale.ts';
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
  /** Its address on the page. */
  readonly id: string;
  readonly people: readonly string[];
  readonly topics: readonly string[];
  /** The version that was the last one posted; `before` the first, `landed` after the last. */
  readonly during: string;
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

const BEFORE = 'before';
const LANDED = 'landed';
const { events, positions, topics, versions } = debate();
const landing = events.findIndex(({ kind }) => kind === 'landing');

function duringOf(event: DebateEvent, nth: number): string {
  if (landing >= 0 && nth >= landing) return LANDED;
  return versions.findLast(({ date }) => date <= event.date)?.version ?? BEFORE;
}

/** A day and who; of several entries that share both, the later ones are numbered. */
function idOf({ date, actor }: DebateEvent, nth: number): string {
  const before = events.slice(0, nth);
  const same = before.filter((one) => one.date === date && one.actor === actor).length;
  return [`e${date}`, slugOf(actor), ...(same > 0 ? [same + 1] : [])].join('-');
}

/** The entries with all by which they are chosen, in the order of the file. */
export const listed: readonly Listed[] = events.map((event, nth) => ({
  ...event,
  id: idOf(event, nth),
  people: actorsOf(event),
  topics: topicsOf(event, positions),
  during: duringOf(event, nth),
}));

/** The events by year, in the order of the file. */
export function years(): Year[] {
  const names = [...new Set(listed.map(({ date }) => date.slice(0, 4)))];
  return names.map((year) => ({
    year,
    events: listed.filter(({ date }) => date.startsWith(year)),
  }));
}

/** The month of an entry; of one that knows its year alone, where the picture has it. */
export const monthOf = ({ date }: Pick<DebateEvent, 'date'>): string => dayOf(date).slice(0, 7);

/** Every month that has an entry; a year where none of it knows more. */
function months(): (readonly [month: string, words: string])[] {
  return [...new Set(listed.map(monthOf))].toSorted().map((month) => {
    const exact = listed.some(({ date }) => date.startsWith(month));
    return [month, readableDate(exact ? month : month.slice(0, 4))] as const;
  });
}

/** What can be chosen: only what some event has. People by name, questions in their own order. */
export function choices(): Choice[] {
  const people = [...new Set(listed.flatMap((event) => event.people))].toSorted();
  const asked = new Set(listed.flatMap((event) => event.topics));
  const kinds = new Set(listed.map(({ kind }) => kind));
  const spans = new Set(listed.map(({ during }) => during));
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
    {
      name: 'during',
      label: 'during',
      options: [
        [BEFORE, 'before v1'] as const,
        ...versions.map(({ version }) => [version, version] as const),
        [LANDED, 'since it landed'] as const,
      ].filter(([value]) => spans.has(value)),
    },
    { name: 'from', label: 'from', options: months() },
    { name: 'to', label: 'to', options: months() },
  ];
}
