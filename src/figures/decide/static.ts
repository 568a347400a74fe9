import { controlGroup } from '../form/controls.ts';
import { foot } from '../foot/foot.ts';
import { place, problems } from '../form/places.ts';
import { h } from '../show/node.ts';
import type { HNode } from '../show/node.ts';
import { GUEST, HOST, OWNER, PRESET } from './case.ts';
import { parts } from './view.ts';
import type { Setting } from './view.ts';

/** The case that the small figure keeps, in words. */
const PREMISE = [
  'A driver hands memory that is not RAM to a VM: ',
  h('code', {}, 'VM_PFNMAP'),
  ', Normal Write-Back. The guest reads it.',
];

/** decideStatic is the whole figure, computed for the preset. */
export function decideStatic(setting: Setting): HNode[] {
  const { size, prefix } = setting;
  const drawn = parts(PRESET, setting);
  const groups =
    size === 'small'
      ? [controlGroup('host has', HOST, PRESET, prefix)]
      : [
          controlGroup('owner', OWNER, PRESET, prefix),
          controlGroup('host has', HOST, PRESET, prefix),
          controlGroup('guest', GUEST, PRESET, prefix),
        ];
  const scroll = {
    class: 'frame',
    role: 'group',
    'aria-label': 'Answers on every host',
    tabindex: 0,
  };
  return [
    problems(),
    size === 'small' && h('p', {}, ...PREMISE),
    h('div', { class: 'fig-controls' }, ...groups),
    place('lanes', drawn, { class: 'lanes', role: 'radiogroup', 'aria-label': 'Kernel' }),
    place('say', drawn, { class: 'hidden', role: 'status' }, 'p'),
    place('why', drawn),
    size === 'full' && place('table', drawn, scroll),
    ...foot(drawn, 'Back to the founding case'),
  ].filter((node) => node !== false);
}
