import type { Seen } from '../../observations/sighting.ts';
import { describe, KERNELS } from '../../model/usual.ts';
import type { Kernel } from '../../model/index.ts';
import { formatState } from '../form/address.ts';
import type { Parts } from '../form/places.ts';
import type { Field, Values } from '../form/field.ts';
import { h } from '../show/node.ts';
import type { HNode } from '../show/node.ts';
import { withSightings } from '../show/sighting.ts';
import { renderShow } from '../show/render-show.ts';
import { sourceLinks, stepLists } from '../show/steps.ts';
import { answer, inOneLine } from './answer.ts';
import type { Answer } from './answer.ts';
import { FIELDS, HOST, KERNEL, kernelOf } from './case.ts';
import { AFTER, BEFORE } from '../series.ts';
import { lanes } from './lanes.ts';
import { leafCells } from './leaf.ts';
import { hostTable } from './table.ts';

/** NAME of `<stage-NAME>` and of the parameter of the address. */
export const NAME = 'decide';

/** Full: every choice. Small: kernel, FWB and DIC; the kernel before the change beside the one after it. */
export type Size = 'full' | 'small';

const kernelsOf = (size: Size): readonly Kernel[] => (size === 'small' ? [BEFORE, AFTER] : KERNELS);

/** The choices that a size offers; the others keep the preset. */
export const fieldsOf = (size: Size): readonly Field[] =>
  size === 'small' ? [{ ...KERNEL, options: kernelsOf(size).map((k) => [k, k]) }, ...HOST] : FIELDS;

/** How one figure on a page differs from another. */
export interface Setting {
  readonly size: Size;
  /** Keeps the names of controls apart from those of other figures. */
  readonly prefix: string;
  /** Page of the full figure; empty for the page itself. */
  readonly page: string;
  /** Answers that a kernel was seen to give. */
  readonly seen: Seen;
}

/** The parts of the figure that follow the choices, by the name of their place. */
export function parts(values: Values, { size, prefix, page, seen }: Setting): Parts {
  const answers = kernelsOf(size).map((kernel) => answer(kernel, values));
  const chosen = answer(kernelOf(values), values);
  const href = `${page}?${NAME}=${formatState(FIELDS, values)}#${NAME}`;
  const link = h('a', { href }, page === '' ? 'Link to this case' : 'All choices and all checks');
  const marked = (nodes: readonly HNode[]) => withSightings(nodes, seen);
  const always = {
    lanes: marked(lanes(answers, values, prefix)),
    say: [inOneLine(chosen)],
    link: [link],
  };
  return size === 'small'
    ? { ...always, why: shortly(decisive(chosen)) }
    : { ...always, why: why(chosen), table: marked([hostTable(values)]) };
}

/** The decision that ended the story: the memslot if it refused, else the fault. */
const decisive = ({ slot, fault }: Answer): Answer['slot'] | Answer['fault'] =>
  slot.verdict === 'accepted' ? fault : slot;

/** One sentence on the check that decided, with all checks behind it. */
function shortly(decision: Answer['slot'] | Answer['fault']): HNode[] {
  const tree = describe(decision);
  if (tree.kind !== 'decision') return [];
  const last = tree.steps.find((step) => step.decides);
  const said = last && h('p', {}, `${last.sentence} `, sourceLinks(last.source));
  const all = h(
    'details',
    {},
    h('summary', {}, `All ${tree.steps.length} checks`),
    ...stepLists(tree.steps),
  );
  return [h('div', { class: 'show' }, said, all)];
}

function why(chosen: Answer): HNode[] {
  const both = [chosen.slot, chosen.fault].map((d) => renderShow(describe(d), { open: true }));
  return [h('div', { class: 'fig-two' }, ...both), leafCells(chosen)];
}
