import { source, type DebateEvent, type Position } from '../../book/index.ts';

/** The people of an event; `Linux 7.3.4` and the like count as they are written. */
export const actorsOf = ({ actor }: DebateEvent): string[] => actor.split(' / ');

/** The name of a person or a thing as a part of an address. */
export const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** The same name, whatever stands behind it: `Bibo Mao (Loongson)` wrote what Bibo Mao holds. */
export const wrote = (person: string, author: string): boolean => author.startsWith(person);

/** Questions on which the people of an event speak in the mails that it names, as slugs. */
export function topicsOf(event: DebateEvent, positions: readonly Position[]): string[] {
  const mails = new Set(event.source.filter((id) => source(id)?.kind === 'mail'));
  const actors = actorsOf(event);
  const spoken = positions.filter(
    ({ person, source: ids }) => actors.includes(person) && ids.some((id) => mails.has(id)),
  );
  return [...new Set(spoken.map(({ topic }) => topic))];
}

/** The address of a position: where the section of its question shows it. */
export const positionId = ({ topic, person }: Position, nth: number): string =>
  [topic, slugOf(person), ...(nth > 0 ? [nth + 1] : [])].join('-');

/** The address of a place of the matrix. */
export const cellId = (topic: string, person: string): string => `cell-${topic}-${slugOf(person)}`;
