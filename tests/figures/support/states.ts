import type { Drawing } from '../../../src/figures/drawing/drawing.ts';
import type { Values } from '../../../src/figures/form/field.ts';

/** The preset of a drawing, and every state that differs from it in one choice. */
export function statesOf({ fields, preset }: Drawing): Values[] {
  const changed = fields.flatMap(({ key, options }) =>
    options
      .filter(([value]) => value !== preset[key])
      .map(([value]) => ({ ...preset, [key]: value })),
  );
  return [preset, ...changed];
}

/** The most states that are all drawn; of a drawing with more, the pairs of choices stand for all. */
const MOST = 600;

/** Every state of a drawing, or as many as are drawn in a test: those that differ in two choices. */
export function manyStatesOf(drawing: Drawing): Values[] {
  let all: Values[] = [{}];
  for (const { key, options } of drawing.fields) {
    all = all.flatMap((state) => options.map(([value]) => ({ ...state, [key]: value })));
    if (all.length > MOST)
      return statesOf(drawing).flatMap((preset) => statesOf({ ...drawing, preset }));
  }
  return all;
}
