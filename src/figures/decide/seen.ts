import { decisionKey } from '../../observations/key.ts';
import type { Seen, Sighting } from '../../observations/sighting.ts';
import type { Field, Values } from '../form/field.ts';
import { answer } from './answer.ts';
import { kernelOf, PRESET } from './case.ts';

/** Every state of the choices that a figure offers; the others keep the preset. */
function statesOf(fields: readonly Field[]): Values[] {
  let states: Values[] = [PRESET];
  for (const { key, options } of fields)
    states = states.flatMap((state) => options.map(([value]) => ({ ...state, [key]: value })));
  return states;
}

/** What of the sightings the figure can show: a browser gets no more of them. */
export function seenHere(fields: readonly Field[], seen: Seen): Seen {
  const own: Record<string, Sighting> = {};
  for (const state of statesOf(fields)) {
    const { slot, fault } = answer(kernelOf(state), state);
    for (const key of [slot, fault].map(decisionKey)) {
      const sighting = seen[key];
      if (sighting !== undefined) own[key] = sighting;
    }
  }
  return own;
}

/** Sightings as an attribute, each place once: place, address, and the key behind each anchor. */
type Packed = readonly (readonly [
  on: string,
  route: string,
  keys: Readonly<Record<string, string>>,
])[];

/** Sightings as the text of an attribute. */
export function packSeen(seen: Seen): string {
  const runs = new Map<string, [on: string, route: string, keys: Record<string, string>]>();
  for (const [key, { on, href }] of Object.entries(seen)) {
    const [route = '', anchor = ''] = href.split('#');
    const run = runs.get(route) ?? [on, route, {}];
    runs.set(route, run);
    run[2][key] = anchor;
  }
  return JSON.stringify([...runs.values()] satisfies Packed);
}

/** The sightings of an attribute; none where it is not there. */
export function unpackSeen(text = '[]'): Seen {
  const runs = JSON.parse(text) as Packed;
  return Object.fromEntries(
    runs.flatMap(([on, route, keys]) =>
      Object.entries(keys).map(
        ([key, anchor]) => [key, { on, href: `${route}#${anchor}` }] as const,
      ),
    ),
  );
}
