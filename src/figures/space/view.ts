import { breaksOf, pointsWithin, PROPERTIES, propertyName } from '../../model/index.ts';
import type { PolicyPoint } from '../../model/index.ts';
import { formatState } from '../form/address.ts';
import type { Values } from '../form/field.ts';
import type { Parts } from '../form/places.ts';
import { h } from '../show/node.ts';
import type { HNode } from '../show/node.ts';
import { frame } from '../tables/draw.ts';
import { axesOf } from './axes.ts';
import { fieldsOf, insistedOn, NAME, pointIn, withPoint } from './case.ts';
import type { Space } from './judged.ts';
import { drawMap } from './map.ts';
import { namesAt, pointAnswers, pointHead } from './panel.ts';
import { answerTable } from './table.ts';
import { counted } from '../../grammar/count.ts';

/** The parts of the figure that follow the choices, by the name of their place. */
export function parts(space: Space, values: Values): Parts {
  const insisted = insistedOn(values);
  const points = pointsWithin(space.hosts, insisted);
  const kept = new Set(points.map(String));
  const chosen = pointIn(values);
  const all = space.hosts.reduce((product, { answers }) => product * answers.length, 1);
  const asked = insisted.map(propertyName).join(', ') || 'nothing';
  return {
    say: [
      h('b', { class: 'sp-count' }, counted(points.length)),
      ` of ${counted(all)} policies are left, insisting on ${asked}.`,
    ],
    map: [
      drawMap({
        ...axesOf(points),
        best: pointsWithin(space.hosts, PROPERTIES),
        named: space.named.map((one) => (kept.has(String(one.point)) ? one : null)),
        chosen,
        says: inWords(space, chosen),
      }),
    ],
    named: space.named.map(({ names, point }, i) => {
      const href = linkTo(space, withPoint(values, point));
      const out = !kept.has(String(point));
      return h(
        'li',
        { class: out && 'sp-out' },
        h('span', { class: 'sp-number' }, String(i + 1)),
        ' ',
        h('a', { href, 'data-point': point.join('; ') }, names.join(', ')),
        out && h('span', { class: 'sp-struck' }, ' out'),
      );
    }),
    here: pointHead(space, chosen, kept.has(String(chosen))),
    point: pointAnswers(space, chosen),
    table: [frame('What each answer breaks on each host', answerTable(space, insisted))],
    best: bestList(space, values),
    link: link(space, values),
  };
}

/** A policy as one sentence. */
function inWords(space: Space, point: PolicyPoint): string {
  const names = namesAt(space, point).join(', ');
  const breaks = breaksOf(space.hosts, point).map(propertyName).join(', ') || 'nothing';
  const own = names === '' ? '' : `${names}: `;
  return `${own}${point.join('; ')}. Breaks ${breaks}.`;
}

const linkTo = (space: Space, values: Values): string =>
  `?${NAME}=${formatState(fieldsOf(space.hosts), values)}#${NAME}`;

const link = (space: Space, values: Values): HNode[] => [
  h('a', { href: linkTo(space, values) }, 'Link to this policy and what is insisted on'),
];

/** Those that break nothing, each as its four answers in the order of the hosts. */
function bestList(space: Space, values: Values): HNode[] {
  const best = pointsWithin(space.hosts, PROPERTIES);
  return best.map((point) => {
    const names = namesAt(space, point).join(', ');
    return h(
      'li',
      {},
      h(
        'a',
        { href: linkTo(space, withPoint(values, point)), 'data-point': point.join('; ') },
        point.join('; '),
      ),
      names === '' ? '' : ` (${names})`,
    );
  });
}
