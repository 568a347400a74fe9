import { z } from 'astro/zod';

/** One concept of the map: what it is called, where it is explained, what it does to which others. */
const place = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+$/),
  name: z.string().min(1),
  route: z.string().regex(/^\/[a-z0-9-]+\/([a-z0-9-]+\/)?$/),
  /** Pairs of another place's id and the words between the two names. */
  to: z.array(z.tuple([z.string(), z.string().min(1)])),
});

const lanes = z.array(z.strictObject({ lane: z.string().min(1), places: z.array(place).min(1) }));

export type Lanes = z.output<typeof lanes>;
export type Place = z.output<typeof place>;

/**
 * readMap gives the lanes of the map.
 * @throws Error that names the place, where the data breaks the schema or leads to no place.
 */
export function readMap(data: unknown): Lanes {
  const read = lanes.parse(data);
  const places = read.flatMap((lane) => lane.places);
  const ids = new Set(places.map(({ id }) => id));
  if (ids.size !== places.length) throw new Error('content/data/map.json: an id stands twice');
  for (const { id, to } of places)
    for (const [other] of to)
      if (!ids.has(other))
        throw new Error(`content/data/map.json: ${id} leads to ${other}, no place`);
  return read;
}
