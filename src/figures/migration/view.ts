import { formatState } from '../form/address.ts';
import type { Values } from '../form/field.ts';
import type { Parts } from '../form/places.ts';
import { h } from '../show/node.ts';
import { FIELDS, NAME } from './case.ts';
import { laneNodes, outcomeOf } from './lane.ts';

/** The parts of the figure that follow the choices, by the name of their place. */
export function parts(values: Values): Parts {
  const href = `?${NAME}=${formatState(FIELDS, values)}#${NAME}`;
  return {
    own: laneNodes(values),
    say: [outcomeOf(values).said],
    link: [h('a', { href }, 'Link to this migration')],
  };
}
