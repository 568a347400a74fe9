import { formatState } from '../form/address.ts';
import type { Values } from '../form/field.ts';
import type { Parts } from '../form/places.ts';
import { h } from '../show/node.ts';
import { frame } from '../tables/draw.ts';
import { FIELDS, guestInWords, guestOf, NAME, propertiesOf, vmaOf } from './case.ts';
import { judge } from './judge.ts';
import { proofNodes } from './proofs.ts';
import { verdictTable } from './table.ts';

/** The parts of the figure that follow the choices, by the name of their place. */
export function parts(values: Values): Parts {
  const all = judge(vmaOf(values), guestOf(values));
  const properties = propertiesOf(values);
  const proofs = [...new Set(all.map(({ proof }) => proof))];
  const sum = (key: 'states' | 'transitions'): number =>
    proofs.reduce((total, proof) => total + proof[key], 0);
  const cells = all.length * properties.length;
  const page = `VMA ${vmaOf(values)}, guest asks for ${guestInWords(values)}`;
  const said = `${page}: ${cells} cells, ${proofs.length} proofs: ${sum('states')} states and ${sum('transitions')} moves, all visited.`;
  const href = `?${NAME}=${formatState(FIELDS, values)}#${NAME}`;
  const label = `Verdicts for a VMA that is ${vmaOf(values)}`;
  return {
    say: [said],
    table: [frame(label, verdictTable(all, properties))],
    proofs: proofNodes(all, properties),
    link: [h('a', { href }, 'Link to this table')],
  };
}
