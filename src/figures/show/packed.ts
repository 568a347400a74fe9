import type { Seen } from '../../observations/sighting.ts';

/** Sightings as text, each place once: place, address, and the anchor behind each key. */
type Packed = readonly (readonly [
  on: string,
  route: string,
  keys: Readonly<Record<string, string>>,
])[];

/** Sightings as the text of an attribute or of a file. */
export function packSeen(seen: Seen): string {
  const runs = new Map<string, [on: string, route: string, keys: Record<string, string>]>();
  for (const [key, { on, href }] of Object.entries(seen)) {
    const [route = '', anchor = ''] = href.split('#');
    // All CPUs of a kernel share a page.
    const place = JSON.stringify([on, route]);
    const run = runs.get(place) ?? [on, route, {}];
    runs.set(place, run);
    run[2][key] = anchor;
  }
  return JSON.stringify([...runs.values()] satisfies Packed);
}

/** The sightings of such a text; none where there is no text. */
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
