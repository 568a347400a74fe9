import type { Values } from '../form/field.ts';
import { play } from '../player/player.ts';
import { playStrip } from '../player/play-strip.ts';
import { still } from '../player/still.ts';
import type { Drawing, Frame } from './drawing.ts';
import { drawingNamed } from './list.ts';
import { drawingParts, isStory } from './view.ts';

/** hydrate makes the drawing in `root` answer. One without choices needs nothing but its frames. */
export async function hydrate(root: HTMLElement): Promise<void> {
  const { name = '', fields } = root.dataset;
  if (fields === undefined) {
    if (root.querySelector('.strip')) playStrip(root, name);
    return;
  }
  const drawing = await drawingNamed(name);
  const frames = remembering(drawing);
  const figure = {
    name,
    fields: drawing.fields,
    preset: drawing.preset,
    parts: (values: Values) => drawingParts(drawing, frames(values), values),
  };
  if (!isStory(drawing)) still(root, figure);
  else play(root, { ...figure, titles: (values) => frames(values).map(({ title }) => title) });
}

/** The frames of a state are asked for several times while it is drawn. */
function remembering(drawing: Drawing): (values: Values) => readonly Frame[] {
  let last: { readonly values: Values; readonly frames: readonly Frame[] } | undefined;
  return (values) => {
    if (last?.values !== values) last = { values, frames: drawing.frames(values) };
    return last.frames;
  };
}
