import { nearest } from '../../model/index.ts';
import type { Entry } from '../lists/entries.ts';
import type { Door } from '../lists/doors.ts';
import type { Problem } from '../problems.ts';
import type { Routes } from './routes.ts';

/** Doors that lead to no page, and two doors of one id. */
export function checkDoors(entries: readonly Entry<Door>[], routes: Routes): Problem[] {
  const first = new Map<string, number>();
  return entries.flatMap((entry): Problem[] => {
    const { value, id, file, line } = entry;
    if (value === null) return [];
    const earlier = first.get(id);
    first.set(id, earlier ?? line);
    const named = value.links.map((link) => (typeof link === 'string' ? link : link[0]));
    return [
      ...(earlier === undefined ? [] : [taken({ file, line, id }, earlier)]),
      ...named.flatMap((route, index) => checkRoute(entry, route, `links.${index}`, routes)),
      ...(value.last === undefined ? [] : checkRoute(entry, value.last[1], 'last', routes)),
    ];
  });
}

function taken(at: Pick<Problem, 'file' | 'line'> & { id: string }, earlier: number): Problem {
  return {
    ...at,
    code: 'door-taken',
    received: `a second ${at.id}`,
    expected: `${at.id} once; the door of line ${earlier} has it`,
    remedy: 'Give one of the two another id.',
  };
}

function checkRoute(
  { file, id, lineOf }: Entry<Door>,
  route: string,
  key: string,
  routes: Routes,
): Problem[] {
  if (routes.has(route)) return [];
  const near = nearest(route, routes.keys());
  return [
    {
      code: 'door-route',
      file,
      line: lineOf(key),
      id,
      received: route,
      expected: 'the address of a page',
      remedy: near === null ? 'Add the page, or remove the link.' : `Write ${near}.`,
    },
  ];
}
