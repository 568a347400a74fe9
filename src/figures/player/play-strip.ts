import type { Bound } from '../form/bind.ts';
import { play } from './player.ts';
import { titleOf } from './spoken.ts';
import { STEP } from './step.ts';
import { linkTo } from './story.ts';

/**
 * playStrip plays a story whose frames stand on the page and do not change. `name` keeps its step in
 * the address; none for a story that has no address.
 */
export function playStrip(root: HTMLElement, name = ''): Bound {
  const titles = [...root.querySelectorAll('.strip > li')].map(titleOf);
  const at = { name, id: root.id, fields: [STEP] };
  return play(root, {
    name,
    fields: [],
    preset: {},
    titles: () => titles,
    parts: (values) => (name === '' ? {} : { link: [linkTo(at, values, 'Link to this step')] }),
  });
}
