import type { Source } from '../lists/sources.ts';
import type { Problem } from '../problems.ts';
import type { Position } from './position.ts';
import type { Entry } from './records.ts';
import type { Stance, StanceName } from './stance.ts';
import type { Topic } from './topic.ts';

/** Topics by slug, sources by id. */
interface Lists {
  readonly topics: ReadonlyMap<string, Topic>;
  readonly sources: ReadonlyMap<string, Source>;
}

/** A stance with the entry in which it stands. */
interface Placed {
  readonly entry: Entry<Position>;
  readonly stance: Stance;
}

/**
 * A stance is an answer of its question, rests on a source of its position, and gives up only what the
 * same person held before, in this list and by date.
 */
export function checkStances(entries: readonly Entry<Position>[], lists: Lists): Problem[] {
  const all = entries.flatMap((entry) =>
    (entry.value.stances ?? []).map((stance): Placed => ({ entry, stance })),
  );
  return all.flatMap((placed, index) => [
    ...checkAnswer(placed, lists),
    ...checkSource(placed),
    ...checkChange(placed, all.slice(0, index), lists),
  ]);
}

const placeOf = ({ entry: { file, lineOf } }: Placed): Pick<Problem, 'file' | 'line'> => ({
  file,
  line: lineOf('stances'),
});

function checkAnswer(placed: Placed, { topics }: Lists): Problem[] {
  const { topic } = placed.entry.value;
  // A question that is not there is reported by itself.
  const answers = topics.get(topic)?.answers?.map((one) => one.stance);
  if (!topics.has(topic) || answers?.includes(placed.stance.stance)) return [];
  const named = answers === undefined ? 'no stance' : `one of ${answers.join(', ')}`;
  return [
    {
      code: 'stance-answer',
      from: ['topics'],
      ...placeOf(placed),
      received: placed.stance.stance,
      expected: `${named}, the answers to ${topic}`,
      remedy: 'Leave the stance out, so that the position says its own word, or add the answer.',
    },
  ];
}

function checkSource(placed: Placed): Problem[] {
  const { source } = placed.entry.value;
  if (source.includes(placed.stance.source)) return [];
  return [
    {
      code: 'stance-source',
      ...placeOf(placed),
      received: `${placed.stance.stance} by ${placed.stance.source}`,
      expected: `one of ${source.join(', ')}, the sources of the position`,
      remedy: 'Name the mail in which the person says so.',
    },
  ];
}

function checkChange(placed: Placed, before: readonly Placed[], { sources }: Lists): Problem[] {
  const { instead, source, stance } = placed.stance;
  if (instead === undefined) return [];
  const { person, topic } = placed.entry.value;
  const dateOf = (id: string): string => sources.get(id)?.date ?? '';
  const held = before
    .filter(({ entry: { value } }) => value.person === person && value.topic === topic)
    .filter((one) => dateOf(one.stance.source) <= dateOf(source))
    .map((one): StanceName => one.stance.stance);
  if (held.includes(instead) && instead !== stance) return [];
  return [
    {
      code: 'stance-change',
      ...placeOf(placed),
      received: `${stance} instead of ${instead}`,
      expected:
        held.length === 0
          ? `no instead: ${person} holds nothing on ${topic} before`
          : `another of ${held.join(', ')}, which ${person} held on ${topic} before`,
      remedy: 'Correct instead, or put the stance that is given up above it.',
    },
  ];
}
