import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { wayOver } from '../../src/components/map/way.ts';
import { lanesOf, layOut } from '../../src/components/map/layout.ts';
import { readMap } from '../../src/book/lists/map.ts';
import { contentDir } from '../../src/book/places.ts';

const places = readMap(contentDir()).entries.flatMap(({ value }) => value ?? []);

const lane = (name: string, length: number) =>
  Array.from({ length }, (_, i) => {
    const id = `${name}${i}`;
    return { id, lane: name, name, route: `/${id}/`, to: [] };
  });

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

/** The corners of each leg of a line that is made of M, L, H and V. */
function legsOf(line: string): [number, number][][] {
  return line
    .split('M')
    .slice(1)
    .map((leg) => {
      let [x, y] = [0, 0];
      return leg
        .trim()
        .split(/ (?=[HVL])/)
        .map((turn): [number, number] => {
          const [a = NaN, b] = turn
            .replace(/^[HVL]/, '')
            .split(' ')
            .map(Number);
          if (turn.startsWith('H')) x = a;
          else if (turn.startsWith('V')) y = a;
          else [x, y] = [a, b ?? NaN];
          return [x, y];
        });
    });
}

test('the line of a path leads from box to box and lies under none', () => {
  const synthetic = [1, 5, 6, 11].flatMap((n) => lane(`l${n}-`, n));
  const drawings = [places, synthetic].map((all) => layOut(all));
  fc.assert(
    fc.property(
      fc
        .constantFrom(...drawings)
        .chain((layout) =>
          fc
            .shuffledSubarray([...layout.boxes], { minLength: 2, maxLength: 14 })
            .map((path) => ({ layout, path })),
        ),
      ({ layout, path }) => {
        const { box, width, height } = layout;
        const legs = legsOf(
          wayOver(
            layout,
            path.map(({ route }) => route),
          ).line,
        );
        expect(legs).toHaveLength(path.length - 1);
        const isOnEdge = ([x, y]: [number, number], of: { x: number; y: number }) =>
          ((x === of.x || x === of.x + box.width) && y >= of.y && y <= of.y + box.height) ||
          ((y === of.y || y === of.y + box.height) && x >= of.x && x <= of.x + box.width);
        for (const [i, corners] of legs.entries()) {
          expect(isOnEdge(corners[0]!, path[i]!)).toBe(true);
          expect(isOnEdge(corners.at(-1)!, path[i + 1]!)).toBe(true);
          for (const [j, [x, y]] of corners.slice(1).entries()) {
            const [px, py] = corners[j]!;
            expect(Math.min(x, px, y, py)).toBeGreaterThanOrEqual(0);
            expect(Math.max(x, px)).toBeLessThanOrEqual(width);
            expect(Math.max(y, py)).toBeLessThanOrEqual(height);
            const under = layout.boxes.filter(
              (one) =>
                Math.max(x, px) > one.x &&
                Math.min(x, px) < one.x + box.width &&
                Math.max(y, py) > one.y &&
                Math.min(y, py) < one.y + box.height,
            );
            expect(under.map(({ id }) => id)).toEqual([]);
          }
        }
      },
    ),
  );
});
