import { describe, expect, it } from 'vitest';
import { drawingNamed } from '../../../src/figures/drawing/list.ts';
import type { HElement, HNode } from '../../../src/figures/show/node.ts';
import { manyStatesOf } from '../support/states.ts';

const elements = (node: HNode): readonly HElement[] =>
  typeof node === 'string' ? [] : [node, ...node.children.flatMap(elements)];
const having = (svg: HElement, name: string): HElement[] =>
  elements(svg).filter(({ attrs }) => typeof attrs[name] === 'string');
const named = (svg: HElement, name: string): string[] =>
  having(svg, name).map(({ attrs }) => String(attrs[name]));
const PLACE = /^[\d.]+,[\d.]+$/;

describe.each(['memory-types', 'fwb-and-dic', 'leak'])('the tiles of %s', async (name) => {
  const drawing = await drawingNamed(name);

  it('that a step brings come from where they were, along a wire of the picture', () => {
    let journeys = 0;
    for (const values of manyStatesOf(drawing)) {
      const frames = drawing.frames(values);
      for (const [i, { svg, title }] of frames.slice(1).entries()) {
        const before = frames[i] as (typeof frames)[number];
        const stood = named(before.svg, 'data-tile');
        const wires = [...named(svg, 'data-wire'), ...named(before.svg, 'data-wire')];
        const fresh = having(svg, 'data-tile').filter(
          ({ attrs }) => !stood.includes(String(attrs['data-tile'])),
        );
        for (const { attrs } of fresh) {
          const from = String(attrs['data-from']);
          const known =
            PLACE.test(from) || stood.includes(from) || named(svg, 'data-tile').includes(from);
          expect(known, `${title}: ${String(attrs['data-tile'])} from ${from}`).toBe(true);
          expect(wires).toContain(attrs['data-along']);
          journeys += 1;
        }
      }
    }
    expect(journeys).toBeGreaterThan(1);
  });
});
