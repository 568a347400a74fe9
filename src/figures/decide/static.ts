import type { Seen } from '../../observations/sighting.ts';
import { controlGroup } from '../form/controls.ts';
import { foot } from '../foot/foot.ts';
import { place, problems } from '../form/places.ts';
import { h } from '../show/node.ts';
import type { HNode } from '../show/node.ts';
import { GUEST, HOST, OWNER, PRESET } from './case.ts';
import { NAME, parts } from './view.ts';

/** decideStatic is the whole figure, computed for the preset. */
export function decideStatic(seen: Seen): HNode[] {
  const drawn = parts(PRESET, seen);
  const scroll = {
    class: 'frame',
    role: 'group',
    'aria-label': 'Answers on every host',
    tabindex: 0,
  };
  return [
    problems(),
    h(
      'div',
      { class: 'fig-controls' },
      controlGroup('owner', OWNER, PRESET, NAME),
      controlGroup('host has', HOST, PRESET, NAME),
      controlGroup('guest', GUEST, PRESET, NAME),
    ),
    place('lanes', drawn, { class: 'lanes', role: 'radiogroup', 'aria-label': 'Kernel' }),
    place('say', drawn, { class: 'hidden', role: 'status' }, 'p'),
    place('why', drawn),
    place('table', drawn, scroll),
    ...foot(drawn),
  ];
}
