import type { Drawing, Frame } from '../../drawing/drawing.ts';
import { sourceLinks } from '../../show/steps.ts';
import { draw } from './draw.ts';
import { inWords, leaks } from './moment.ts';
import type { Moment } from './moment.ts';
import { story } from './story.ts';

/** How a moment ends: a leak, a refusal, a good mapping; nothing yet in the others. */
function ending(moment: Moment): Pick<Frame, 'verdict' | 'word'> {
  if (leaks(moment)) return { verdict: 'leak', word: 'leak' };
  if (moment.refused !== null) return { verdict: 'refused', word: `refused ${moment.refused}` };
  return moment.maps && moment.access ? { verdict: 'mapped', word: 'mapped, no leak' } : {};
}

/** A moment as a frame of a story. */
export const frameOf = (moment: Moment): Frame => ({
  svg: draw(moment),
  title: moment.title,
  says: inWords(moment),
  text: [`${moment.text} `, sourceLinks(moment.sources)],
  ...ending(moment),
});

/** The founding case: what VM A leaves, VM B reads. */
export const drawing: Drawing = {
  name: 'leak',
  fields: [],
  preset: {},
  frames: () => story().map(frameOf),
};
