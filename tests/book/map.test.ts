import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { layOut } from '../../src/map/layout.ts';
import { readMap } from '../../src/map/map.ts';

const content = new URL('../../content/', import.meta.url);
const lanes = readMap(JSON.parse(readFileSync(new URL('data/map.json', content), 'utf8')));

describe('the map', () => {
  test('has every chapter of the guide once, and leads nowhere else', () => {
    const routes = lanes.flatMap(({ places }) => places.map(({ route }) => route));
    const chapters = readdirSync(new URL('guide/', content)).map(
      (file) => `/guide/${file.replace('.mdx', '')}/`,
    );
    expect(routes.toSorted()).toEqual(chapters.toSorted());
  });

  test('draws no box over another and none outside', () => {
    const { boxes, box, width, height } = layOut(lanes);
    for (const [i, a] of boxes.entries()) {
      expect(a.x).toBeGreaterThanOrEqual(0);
      expect(a.x + box.width).toBeLessThanOrEqual(width);
      expect(a.y + box.height).toBeLessThanOrEqual(height);
      for (const b of boxes.slice(i + 1))
        expect(a.y === b.y && Math.abs(a.x - b.x) < box.width, `${a.id} ${b.id}`).toBe(false);
    }
  });

  test('draws relations between neighbours, and only those', () => {
    const { boxes, arrows } = layOut(lanes);
    expect(arrows.length).toBeGreaterThan(lanes.length);
    const rowOf = (id: string) => boxes.find((box) => box.id === id)?.row ?? NaN;
    for (const { from, to } of arrows)
      expect(Math.abs(rowOf(from) - rowOf(to))).toBeLessThanOrEqual(1);
  });

  test.each([
    [
      'a relation to no place',
      [{ lane: 'a', places: [place('a', 'b')] }],
      'a leads to b, no place',
    ],
    ['an id twice', [{ lane: 'a', places: [place('a'), place('a')] }], 'an id stands twice'],
    ['a field too many', [{ lane: 'a', places: [{ ...place('a'), x: 1 }] }], 'x'],
  ])('refuses %s', (_, data, message) => expect(() => readMap(data)).toThrow(message));
});

function place(id: string, to?: string) {
  return { id, name: id, route: '/guide/x/', to: to ? [[to, 'makes']] : [] };
}
