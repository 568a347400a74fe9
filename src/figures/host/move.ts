import { h } from '../show/node.ts';
import type { HNode } from '../show/node.ts';
import { rowsOf, type AnswerRow, type HostData, type MoveEnd, type Possible } from './answers.ts';
import type { HostFacts } from './state.ts';

const inWords = ({ kernel, fwb, dic }: Possible): string =>
  `${kernel}, FWB ${fwb ? 1 : 0}, DIC ${dic ? 1 : 0}`;

/** moveNodes says whether the VM may move from one host to the other, in every case that is possible. */
export function moveNodes(
  from: HostFacts,
  to: HostFacts,
  { answers: rows, moves }: HostData,
): readonly HNode[] {
  const others = rowsOf(to, rows);
  const pairs = rowsOf(from, rows).flatMap((one) => others.map((other) => [one, other] as const));
  const endOf = ([one, other]: readonly [AnswerRow, AnswerRow]): MoveEnd | undefined =>
    moves.ends[moves.of[rows.indexOf(one)]?.[rows.indexOf(other)] ?? -1];
  const [only] = pairs;
  if (pairs.length === 1 && only)
    return [
      h('p', { class: 'mig-ends' }, `From ${inWords(only[0])}. To ${inWords(only[1])}.`),
      ...(endOf(only)?.nodes ?? []),
    ];
  const ends = new Map<string, { chip: HNode; where: string[] }>();
  for (const pair of pairs) {
    const end = endOf(pair);
    if (end === undefined) continue;
    const known = ends.get(end.said) ?? { chip: end.chip, where: [] };
    known.where.push(`${inWords(pair[0])} → ${inWords(pair[1])}`);
    ends.set(end.said, known);
  }
  return [
    h(
      'p',
      {},
      `${pairs.length} pairs of hosts are possible, and ${ends.size === 1 ? 'all end alike' : 'they end otherwise'}:`,
    ),
    h(
      'ul',
      { class: 'host-ends' },
      ...[...ends].map(([said, { chip, where }]) =>
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
