import { verdictClass } from '../../grammar/verdict.ts';
import { verdictChip } from '../show/chip.ts';
import { h } from '../show/node.ts';
import type { HElement, HNode } from '../show/node.ts';
import { sourceLinks } from '../show/steps.ts';
import { draw } from './draw.ts';
import { leaks } from './frame.ts';
import type { Frame } from './frame.ts';

/** How a frame ends: a leak, a refusal, a good mapping; nothing yet in the others. */
function ending(frame: Frame): HElement | null {
  if (leaks(frame)) return h('span', { class: verdictClass('leak') }, 'leak');
  if (frame.refused !== null) return verdictChip('refused', 'refused', frame.refused);
  return frame.maps && frame.access ? verdictChip('mapped', 'mapped, no leak', null) : null;
}

/** frameNodes draws one frame with its number, title, text and sources. */
export function frameNodes(frame: Frame, index: number): HNode[] {
  return [
    draw(frame),
    h('p', {}, h('b', {}, `${index + 1}. ${frame.title}`), ' ', ending(frame)),
    h('p', {}, frame.text, ' ', sourceLinks(frame.sources)),
  ];
}
