import type { Values } from '../form/field.ts';
import { laneNodes, outcomeOf } from '../migration/lane.ts';
import { h } from '../show/node.ts';
import type { HNode } from '../show/node.ts';
import { possible, type AnswerRow, type Possible } from './answers.ts';
import type { HostFacts } from './state.ts';

/** A move that a VMM begins without asking for capability 243, as the figure of migrations takes it. */
const moveOf = (from: Possible, to: Possible): Values => ({
  'from-fwb': from.fwb ? '1' : '0',
  'from-dic': from.dic ? '1' : '0',
  'from-does': from.kernel,
  'to-fwb': to.fwb ? '1' : '0',
  'to-dic': to.dic ? '1' : '0',
  'to-does': to.kernel,
  vma: 'cacheable',
  asks: '0',
});

const inWords = ({ kernel, fwb, dic }: Possible): string =>
  `${kernel}, FWB ${fwb ? 1 : 0}, DIC ${dic ? 1 : 0}`;

/** moveNodes says whether the VM may move from one host to the other, in every case that is possible. */
export function moveNodes(from: HostFacts, to: HostFacts, rows: readonly AnswerRow[]): HNode[] {
  const others = possible(to, rows);
  const pairs = possible(from, rows).flatMap((one) => others.map((other) => [one, other] as const));
  const [only] = pairs;
  if (pairs.length === 1 && only) return laneNodes(moveOf(...only));
  const outcomes = new Map<string, { chip: HNode; said: string; where: string[] }>();
  for (const [one, other] of pairs) {
    const { chip, said } = outcomeOf(moveOf(one, other));
    const known = outcomes.get(said) ?? { chip, said, where: [] };
    known.where.push(`${inWords(one)} → ${inWords(other)}`);
    outcomes.set(said, known);
  }
  return [
    h(
      'p',
      {},
      `${pairs.length} pairs of hosts are possible, and ${outcomes.size === 1 ? 'all end alike' : 'they end otherwise'}:`,
    ),
    h(
      'ul',
      { class: 'host-ends' },
      ...[...outcomes.values()].map(({ chip, said, where }) =>
        h(
          'li',
          {},
          chip,
          ` ${said.slice(said.indexOf('.') + 1).trim()}`,
          h(
            'details',
            {},
            h('summary', {}, `${where.length} of ${pairs.length}`),
            h('ul', {}, ...where.map((line) => h('li', {}, line))),
          ),
        ),
      ),
    ),
  ];
}
