import type { Values } from '../form/field.ts';
import type { Parts } from '../form/places.ts';
import { STEP, stepOf } from '../player/step.ts';
import { linkTo, stepName, storyEnds, stripItems } from '../player/story.ts';
import type { Item } from '../player/story.ts';
import { verdictChip } from '../show/chip.ts';
import { h } from '../show/node.ts';
import type { HElement } from '../show/node.ts';
import { pictured } from '../show/pictured.ts';
import type { Drawing, Frame } from './drawing.ts';

/** The id of the element of a drawing; the name alone could be that of a heading. */
export const idOf = (name: string): string => `drawing-${name}`;

/** A drawing whose first state has several frames is a story, and keeps its bar in every state. */
export const isStory = (drawing: Drawing): boolean => drawing.frames(drawing.preset).length > 1;

/** How a frame ends, in the grammar of verdicts. */
const endOf = ({ verdict, word }: Frame): HElement | undefined =>
  verdict && verdictChip(verdict, word ?? verdict.replace('-', ' '), null);

/** A frame with its title, its verdict and its text; a story numbers its frames. */
function frameItem(frame: Frame, number: number | null): Item {
  const { title, text } = frame;
  return [
    pictured(frame.svg, frame.says),
    stepName(number, title, endOf(frame)),
    ...(text ? [h('p', { class: 'strip-text' }, ...text)] : []),
  ];
}

/** How the frames of a drawing end, those that end anything. */
export const endsOf = (frames: readonly Frame[]): HElement[] =>
  frames.flatMap((frame) => endOf(frame) ?? []);

/** The frames of a drawing as they stand in a strip. */
export const frameItems = (frames: readonly Frame[]): Item[] =>
  frames.map((frame, i) => frameItem(frame, i + 1));

/** The places of a drawing that follow its state. */
export function drawingParts(drawing: Drawing, frames: readonly Frame[], values: Values): Parts {
  const { name, fields } = drawing;
  const story = isStory(drawing);
  const [only] = frames;
  const link = { name, id: idOf(name), fields: story ? [...fields, STEP] : fields };
  return {
    strip: story
      ? stripItems(frameItems(frames), stepOf(values))
      : only
        ? frameItem(only, null)
        : [],
    ends: story ? storyEnds(endsOf(frames)) : [],
    words: drawing.words?.(values) ?? [],
    link: [linkTo(link, values, story ? 'Link to this step' : 'Link to this picture')],
  };
}
