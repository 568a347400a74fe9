import type { Seen } from '../../observations/sighting.ts';
import { describe, KERNELS } from '../../model/usual.ts';
import { formatState } from '../form/address.ts';
import type { Parts } from '../form/places.ts';
import type { Values } from '../form/field.ts';
import { h } from '../show/node.ts';
import type { HNode } from '../show/node.ts';
import { withSightings } from '../show/sighting.ts';
import { renderShow } from '../show/render-show.ts';
import { answer, inOneLine } from './answer.ts';
import type { Answer } from './answer.ts';
import { FIELDS, kernelOf } from './case.ts';
import { lanes } from './lanes.ts';
import { leafCells } from './leaf.ts';
import { hostTable } from './table.ts';

/** NAME of `<stage-NAME>` and of the parameter of the address. */
export const NAME = 'decide';

/** The parts of the figure that follow the choices, by the name of their place; `seen` has what kernels were seen to answer. */
export function parts(values: Values, seen: Seen): Parts {
  const answers = KERNELS.map((kernel) => answer(kernel, values));
  const chosen = answer(kernelOf(values), values);
  const href = `?${NAME}=${formatState(FIELDS, values)}#${NAME}`;
  const marked = (nodes: readonly HNode[]) => withSightings(nodes, seen);
  return {
    lanes: marked(lanes(answers, values, NAME)),
    say: [inOneLine(chosen)],
    why: why(chosen),
    table: marked([hostTable(values)]),
    link: [h('a', { href }, 'Link to this case')],
  };
}

function why(chosen: Answer): HNode[] {
  const both = [chosen.slot, chosen.fault].map((d) => renderShow(describe(d), { open: true }));
  return [h('div', { class: 'fig-two' }, ...both), leafCells(chosen)];
}
