import { controlGroup } from '../form/controls.ts';
import { foot } from '../foot/foot.ts';
import { place, problems } from '../form/places.ts';
import { atStep } from '../player/step.ts';
import { said, storyNodes } from '../player/story.ts';
import { h } from '../show/node.ts';
import type { HNode } from '../show/node.ts';
import type { Drawing } from './drawing.ts';
import { drawingParts, endsOf, frameItems, isStory } from './view.ts';

/** drawingStatic is the whole drawing, computed for the preset: a picture, or every frame of a story. */
export function drawingStatic(drawing: Drawing): HNode[] {
  const { name, fields } = drawing;
  const story = isStory(drawing);
  const preset = story ? atStep(drawing.preset, 0) : drawing.preset;
  const frames = drawing.frames(preset);
  const parts = drawingParts(drawing, frames, preset);
  const titles = frames.map(({ title }) => title);
  const controls = controlGroup('Choose', fields, preset, name);
  return [
    problems(),
    ...(fields.length > 0 ? [h('div', { class: 'fig-controls' }, controls)] : []),
    ...(story
      ? storyNodes(titles, frameItems(frames), endsOf(frames))
      : [said(), place('strip', parts, { class: 'still' })]),
    ...(drawing.words ? [place('words', parts, { class: 'show draw-words' })] : []),
    ...foot(parts, { image: true }),
  ];
}
