import { controlGroup } from '../form/controls.ts';
import { foot } from '../foot/foot.ts';
import { place, problems } from '../form/places.ts';
import { h } from '../show/node.ts';
import type { HElement, HNode } from '../show/node.ts';
import { sourceLinks } from '../show/steps.ts';
import { ARGUMENTS, DESTINATION, NAME, PRESET, SOURCE, WAY } from './case.ts';
import type { Argument } from './case.ts';
import { laneNodes } from './lane.ts';
import { parts } from './view.ts';

const argument = ({ name, by, source, values }: Argument): HElement =>
  h(
    'div',
    {},
    h('p', { class: 'mig-name' }, h('b', {}, name), ` ${by} `, sourceLinks(source)),
    ...laneNodes(values),
  );

/** migrationStatic is the whole figure: the case and its answer beside each other, and one to choose. */
export function migrationStatic(): HNode[] {
  const drawn = parts(PRESET);
  return [
    problems(),
    h('div', { class: 'fig-two' }, ...ARGUMENTS.map(argument)),
    h('p', { class: 'mig-name' }, h('b', {}, 'Another migration')),
    h(
      'div',
      { class: 'fig-controls' },
      controlGroup('source', SOURCE, PRESET, NAME),
      controlGroup('destination', DESTINATION, PRESET, NAME),
      controlGroup('on the way', WAY, PRESET, NAME),
    ),
    place('say', drawn, { class: 'hidden', role: 'status' }, 'p'),
    place('own', drawn, { class: 'mig-own' }),
    ...foot(drawn),
  ];
}
