import {
  decodeMairAttr,
  decodeStage2MemAttr,
  describe,
  label,
  memoryName,
} from '../../model/usual.ts';
import type { ShowTree } from '../../model/index.ts';
import { formatState } from '../form/address.ts';
import type { Values } from '../form/field.ts';
import type { Parts } from '../form/places.ts';
import { bitCells } from '../show/bits.ts';
import { memChip } from '../show/chip.ts';
import { h } from '../show/node.ts';
import type { HNode } from '../show/node.ts';
import { alternatives, factList } from '../show/render-show.ts';
import { ruleList } from '../show/steps.ts';
import { grid } from './grid.ts';
import {
  binary,
  byteName,
  chosenOf,
  combine,
  FIELDS,
  hex,
  MEM_ATTRS,
  memAttrName,
  rowsFor,
} from './stages.ts';
import type { Chosen } from './stages.ts';

/** NAME of `<stage-NAME>` and of the parameter of the address. */
export const NAME = 'combine';

/** Facts that the drawing already shows. */
const DRAWN = new Set(['byte', 'MemAttr', 'HCR_EL2.FWB']);

const factsOf = (tree: ShowTree): HNode[] => {
  if (tree.kind !== 'attributes') return [];
  const facts = [...tree.facts, ...alternatives(tree.alternatives)];
  const list = factList(facts.filter(([name]) => !DRAWN.has(name)));
  return list ? [list] : [];
};

const option = (value: string, name: string, chosen: string): HNode =>
  h('option', { value, selected: value === chosen }, `${value} ${name}`);

/** The parts of the figure that follow the choices, by the name of their place. */
export function parts(values: Values): Parts {
  const chosen = chosenOf(values);
  const { attr, memAttr, fwb } = chosen;
  const s1 = decodeMairAttr(attr);
  const s2 = decodeStage2MemAttr(memAttr, { fwb });
  const result = combine(chosen);
  const tree = describe(result);
  const steps = tree.kind === 'attributes' ? tree.steps : [];
  return {
    'pick-s1': rowsFor(chosen).map((b) => option(hex(b), byteName(b), hex(attr))),
    'pick-s2': MEM_ATTRS.map((m) => option(binary(m), memAttrName(m, fwb), binary(memAttr))),
    s1: [
      h('p', {}, bitCells(attr, 7, 0, 4)),
      h('p', {}, memChip(memoryName(s1))),
      ...factsOf(describe(s1)),
    ],
    s2: [
      h('p', {}, bitCells(memAttr, 5, 2)),
      h('p', {}, memChip(memoryName(s2))),
      ...factsOf(describe(s2)),
    ],
    result: [h('p', { class: 'stage-result' }, memChip(memoryName(result))), ...factsOf(tree)],
    rule: ruleList(steps.filter(({ decides }) => decides)),
    rules: ruleList(steps),
    grid: [grid(chosen)],
    say: [inOneLine(chosen)],
    link: [
      h('a', { href: `?${NAME}=${formatState(FIELDS, values)}#${NAME}` }, 'Link to this pair'),
    ],
  };
}

/** inOneLine is what a screen reader hears when the result changes. */
function inOneLine(chosen: Chosen): string {
  const { attr, memAttr, fwb } = chosen;
  return `${hex(attr)} under ${binary(memAttr)}, FWB ${fwb ? 1 : 0}: ${label(combine(chosen))}.`;
}
