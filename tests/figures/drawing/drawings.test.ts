import { describe, expect, it } from 'vitest';
import type { Values } from '../../../src/figures/form/field.ts';
import { DRAWINGS, drawingNamed } from '../../../src/figures/drawing/list.ts';
import { drawingStatic } from '../../../src/figures/drawing/static.ts';
import { isStory } from '../../../src/figures/drawing/view.ts';
import { toHtmlString, type HNode } from '../../../src/figures/show/node.ts';
import { statesOf } from '../support/states.ts';

const elements = (node: HNode): readonly { tag: string; attrs: object }[] =>
  typeof node === 'string' ? [] : [node, ...node.children.flatMap(elements)];

describe.each(Object.keys(DRAWINGS))('the drawing %s', async (name) => {
  const drawing = await drawingNamed(name);

  it('bears the name by which it is asked for', () => expect(drawing.name).toBe(name));

  it('has a preset that its fields take, and no field called step', () => {
    for (const { key, options } of drawing.fields) {
      expect(options.map(([value]) => value)).toContain(drawing.preset[key]);
      expect(key).not.toBe('step');
    }
  });

  it('says of each frame what it shows, and of no two steps of a story the same', () => {
    for (const values of statesOf(drawing)) {
      const frames = drawing.frames(values);
      expect(frames.length).toBeGreaterThan(0);
      frames.forEach(({ title, says, svg }, i) => {
        expect(title.length).toBeGreaterThan(4);
        expect(title.length).toBeLessThanOrEqual(60);
        expect(says).toMatch(/^[A-Z0-9].{30,}\.$/s);
        expect(frames.findIndex((other) => other.says === says)).toBe(i);
        expect(title).not.toBe(frames[i - 1]?.title);
        expect(svg.attrs['viewBox']).toMatch(/^0 0 360 \d+$/);
      });
    }
  });

  it('follows every choice: what can be set changes something that is said', () => {
    const said = (values: Values): string =>
      JSON.stringify([drawing.frames(values).map(({ says }) => says), drawing.words?.(values)]);
    for (const { key, options } of drawing.fields) {
      const all = statesOf(drawing).map((state) =>
        options.map(([v]) => said({ ...state, [key]: v })),
      );
      expect(all.some((answers) => new Set(answers).size > 1)).toBe(true);
    }
  });

  it('has one tile for a key in a picture, and no drawing with one frame that is a story', () => {
    for (const values of statesOf(drawing))
      for (const { svg } of drawing.frames(values)) {
        const keys = elements(svg).flatMap(({ attrs }) =>
          'data-tile' in attrs && typeof attrs['data-tile'] === 'string'
            ? [attrs['data-tile']]
            : [],
        );
        expect(new Set(keys).size).toBe(keys.length);
      }
  });

  it('is whole as it stands: every frame, with its title and its text alternative', () => {
    const html = drawingStatic(drawing).map(toHtmlString).join('');
    const frames = drawing.frames(drawing.preset);
    expect(html.match(/role="img"/g)).toHaveLength(frames.length);
    for (const { title, says } of frames) {
      expect(html).toContain(`<b>${toHtmlString(title)}</b>`);
      expect(html).toContain(`aria-label="${toHtmlString(says)}"`);
    }
    expect(html.includes('step-range')).toBe(isStory(drawing));
    const told = /class="step-ends.*?<\/p>/.exec(html)?.[0] ?? '';
    const shown = frames.flatMap(({ verdict }) => (verdict ? [`verdict-${verdict}`] : []));
    expect(told.match(/(?<=verdict )verdict-[\w-]+/g) ?? []).toEqual(isStory(drawing) ? shown : []);
    expect(html).not.toMatch(/ style=/);
  });
});

describe('a drawing that is not in the list', () => {
  it.each(['no-such', '', 'toString', '__proto__'])(
    '%j ends the build, with what there is',
    (name) =>
      expect(drawingNamed(name)).rejects.toThrow(/there is no drawing .*; expected one of .*leak/),
  );
});
