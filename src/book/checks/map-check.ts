import { nearest } from '../../model/index.ts';
import type { Entry, Listed } from '../lists/entries.ts';
import type { Place } from '../lists/map.ts';
import type { Page } from '../page/page.ts';
import type { Problem } from '../problems.ts';

type Read = Entry<Place> & { readonly value: Place };

/** The map has each chapter of the guide once; its lanes and relations hold together. */
export function checkMap(
  { entries, read: there }: Pick<Listed<Place>, 'entries' | 'read'>,
  pages: readonly Page[],
): Problem[] {
  if (!there) return [];
  const read = entries.filter((entry): entry is Read => entry.value !== null);
  const guide = pages.filter(({ section }) => section === 'guide');
  const routes = new Set(guide.map(({ route }) => route));
  // An entry with a wrong field is reported once, not at each relation to it too.
  const ids = new Set(entries.map(({ id }) => id));
  const whole = read.length === entries.length;
  return [
    ...again(read, 'id'),
    ...again(read, 'route'),
    ...read.flatMap((entry) => [...unknownRoute(entry, routes), ...unknownPlaces(entry, ids)]),
    ...lanesApart(read),
    ...lanesAlike(read),
    ...(whole ? guide.flatMap((page) => withoutPlace(page, read)) : []),
  ];
}

function again(entries: readonly Read[], key: 'id' | 'route'): Problem[] {
  const first = new Map<string, number>();
  return entries.flatMap(({ value, file, id, line, lineOf }): Problem[] => {
    const earlier = first.get(value[key]);
    if (earlier === undefined) {
      first.set(value[key], line);
      return [];
    }
    return [
      {
        code: 'map-taken',
        file,
        line: lineOf(key),
        id,
        received: `a second ${value[key]}`,
        expected: `${value[key]} once; the place of line ${earlier} has it`,
        remedy: key === 'id' ? 'Give one of the two another id.' : 'Keep one of the two places.',
      },
    ];
  });
}

function unknownRoute(
  { value: { route }, file, id, lineOf }: Read,
  routes: ReadonlySet<string>,
): Problem[] {
  if (routes.has(route)) return [];
  const near = nearest(route, routes);
  return [
    {
      code: 'map-route',
      file,
      line: lineOf('route'),
      id,
      received: route,
      expected: 'the address of a chapter of the guide',
      remedy: near === null ? 'Add the chapter, or remove the place.' : `Write ${near}.`,
    },
  ];
}

function unknownPlaces({ value, file, id, lineOf }: Read, ids: ReadonlySet<string>): Problem[] {
  const others = new Set([...ids].filter((other) => other !== id));
  return value.to.flatMap(([other], index): Problem[] => {
    if (others.has(other)) return [];
    const near = nearest(other, others);
    return [
      {
        code: 'map-relation',
        file,
        line: lineOf(`to.${index}`),
        id,
        received: other,
        expected: 'the id of another place',
        remedy: near === null ? 'Add the place, or remove the relation.' : `Write ${near}.`,
      },
    ];
  });
}

function lanesApart(entries: readonly Read[]): Problem[] {
  const seen = new Set<string>();
  let last: string | null = null;
  return entries.flatMap(({ value: { lane }, file, id, lineOf }): Problem[] => {
    const apart = lane !== last && seen.has(lane);
    seen.add(lane);
    last = lane;
    if (!apart) return [];
    return [
      {
        code: 'map-lane',
        file,
        line: lineOf('lane'),
        id,
        received: `${lane}, apart from its lane`,
        expected: 'the places of a lane one after the other',
        remedy: 'Move the place to the others of its lane.',
      },
    ];
  });
}

/** A name nearly that of an earlier lane is a slip, not a lane. */
function lanesAlike(entries: readonly Read[]): Problem[] {
  const lanes = new Set<string>();
  return entries.flatMap(({ value: { lane }, file, id, lineOf }): Problem[] => {
    if (lanes.has(lane)) return [];
    const near = nearest(lane, lanes);
    lanes.add(lane);
    if (near === null) return [];
    return [
      {
        code: 'map-lane',
        file,
        line: lineOf('lane'),
        id,
        received: lane,
        expected: `a lane that cannot be taken for another; there is ${near}`,
        remedy: `Write ${near}, or another name.`,
      },
    ];
  });
}

function withoutPlace(
  { route, file, slug, frontmatter }: Page,
  entries: readonly Read[],
): Problem[] {
  if (entries.some(({ value }) => value.route === route)) return [];
  const example = {
    id: slug.replaceAll('-', ''),
    lane: entries.at(-1)?.value.lane ?? 'A lane',
    name: frontmatter?.title ?? slug,
    route,
    to: [],
  };
  return [
    {
      code: 'map-missing',
      from: ['map'],
      file,
      line: 1,
      received: `${route}, which content/data/map.json does not have`,
      expected: 'a place of the map for each chapter of the guide',
      remedy: `Add it among the places of its lane, such as ${JSON.stringify(example)}`,
    },
  ];
}
