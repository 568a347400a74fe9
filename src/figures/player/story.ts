import { formatState } from '../form/address.ts';
import type { Field, Values } from '../form/field.ts';
import { place } from '../form/places.ts';
import { h } from '../show/node.ts';
import type { Child, HElement, HNode } from '../show/node.ts';
import { quietBar, stepBar } from './bar.ts';

/** What stands in the place of one frame: its picture, a line with its name, its text. */
export type Item = readonly HNode[];

/** The line with the name of a frame, how it ends, and its number in a story. */
export const stepName = (number: number | null, title: string, end: Child): HElement =>
  h(
    'p',
    { class: 'strip-name' },
    number !== null && h('span', { class: 'strip-no' }, `${number}.`),
    number !== null && ' ',
    h('b', {}, title),
    end && ' ',
    end,
  );

/** The items of a strip. The one that is shown is marked; without a script all are seen. */
export const stripItems = (items: readonly Item[], at: number): HElement[] =>
  items.map((item, i) => h('li', { class: i === at && 'is-at' }, ...item));

/** Where a screen reader hears what a step or a choice leads to. */
export const said = (): HElement => place('said', {}, { class: 'hidden', role: 'status' }, 'p');

/** What a story comes to, said before its first frame: many readers see no other. */
export const storyEnds = (ends: readonly HElement[]): HNode[] =>
  ends.flatMap((end, i) => [i === 0 ? 'You will see: ' : ', ', end]);

/**
 * storyNodes is a story as it stands on the page: the bar, what it comes to, then every frame. The bar
 * stands above, since what a reader presses must not move when the frames are unfolded.
 */
export function storyNodes(
  titles: readonly string[],
  items: readonly Item[],
  ends: readonly HElement[],
): HElement[] {
  const bar = { bar: stepBar(quietBar(titles)) };
  return [
    place('bar', bar, { class: 'fig-controls step-bar', role: 'group', 'aria-label': 'Steps' }),
    place('ends', { ends: storyEnds(ends) }, { class: 'step-ends strip-text' }, 'p'),
    said(),
    place('strip', { strip: stripItems(items, 0) }, { class: 'strip' }, 'ol'),
  ];
}

/** The link to a state of a figure, whose element has the id. */
export const linkTo = (
  { name, id, fields }: { name: string; id: string; fields: readonly Field[] },
  values: Values,
  text: string,
): HElement => h('a', { href: `?${name}=${formatState(fields, values)}#${id}` }, text);
