import { expect, test } from 'vitest';
import { lanesOf, layOut } from '../../src/components/map/layout.ts';
import { readMap } from '../../src/book/lists/map.ts';
import { contentDir } from '../../src/book/places.ts';

const places = readMap(contentDir()).entries.flatMap(({ value }) => value ?? []);

const lane = (name: string, length: number) =>
  Array.from({ length }, (_, i) => ({ id: `${name}${i}`, lane: name, name, route: '/', to: [] }));

test.each([
  ['of the guide', places],
  ['with lanes of any length', [1, 5, 6, 11, 23].flatMap((n) => lane(`l${n}`, n))],
])('the map %s draws no box over another and none outside', (_which, all) => {
  const { boxes, box, width, height } = layOut(all);
  expect(boxes.map(({ id }) => id)).toEqual(
    lanesOf(all).flatMap((one) => one.places.map(({ id }) => id)),
  );
  for (const [i, a] of boxes.entries()) {
    expect(a.x).toBeGreaterThanOrEqual(0);
    expect(a.x + box.width).toBeLessThanOrEqual(width);
    expect(a.y + box.height).toBeLessThanOrEqual(height);
    for (const b of boxes.slice(i + 1))
      expect(a.y === b.y && Math.abs(a.x - b.x) < box.width, `${a.id} ${b.id}`).toBe(false);
  }
});

test('the map draws relations between neighbours, and only those', () => {
  const { boxes, arrows } = layOut(places);
  expect(arrows.length).toBeGreaterThan(lanesOf(places).length);
  const rowOf = (id: string) => boxes.find((box) => box.id === id)?.row ?? NaN;
  for (const { from, to } of arrows)
    expect(Math.abs(rowOf(from) - rowOf(to))).toBeLessThanOrEqual(1);
});

test('a map without places is empty', () => {
  expect(layOut([])).toMatchObject({ height: 0, boxes: [], arrows: [], lanes: [] });
});
