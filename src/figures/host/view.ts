import { kernelMeant, releaseInWords } from '../../model/index.ts';
import type { Values } from '../form/field.ts';
import type { Parts } from '../form/places.ts';
import { h } from '../show/node.ts';
import type { HElement, HNode } from '../show/node.ts';
import { sourceLinks } from '../show/steps.ts';
import { answersOf, type Answered, type HostData } from './answers.ts';
import { linkTo, NAME } from './link.ts';
import { BITS, factsOf, PRESET, type HostFacts } from './state.ts';

/** Draws whether a VM may move between two hosts; what it needs is loaded once there are two. */
export type Moves = (from: HostFacts, to: HostFacts, data: HostData) => readonly HNode[];

/** What stands in the places of the figure. */
export function parts(state: Values, data: HostData, moves: Moves | null = null): Parts {
  const { cpus, answers } = data;
  const a = factsOf(state, 'a', cpus);
  const b = factsOf(state, 'b', cpus);
  const two = state['two'] === '1';
  return {
    'a-known': knownOf(a),
    'a-answers': [answersTable(two ? 'first host' : 'host', answersOf(a, answers))],
    'b-known': two ? knownOf(b) : [],
    'b-answers': two ? [answersTable('second host', answersOf(b, answers))] : [],
    move: two
      ? [
          h('p', { class: 'host-head' }, 'May the VM move from the first to the second?'),
          ...(moves?.(a, b, data) ?? []),
        ]
      : [],
    link: [
      h('a', { href: state === PRESET ? `#${NAME}` : linkTo(state, cpus) }, 'Link to these hosts'),
    ],
  };
}

const BY = { set: '', list: ', by the list of CPUs', nobody: '' } as const;

/** What is known, bit by bit, with how sure it is. */
function knownOf({ cpu, kernel, told, against }: HostFacts): HNode[] {
  const { rules, release } = kernelMeant(kernel);
  const items: HElement[] = [
    h(
      'li',
      {},
      rules === null
        ? 'The kernel is not known: every rule set is shown.'
        : release
          ? releaseInWords(release)
          : `${kernel}: the rules of ${rules}.`,
    ),
    ...BITS.map((bit) => {
      const { bit: value, by } = told[bit];
      const name = bit.toUpperCase();
      return h(
        'li',
        {},
        value === null
          ? `${name}: nobody has read it; both are shown.`
          : `${name} ${value}${BY[by]}.`,
        against.includes(bit) && ' The list of CPUs has it otherwise; what was set counts.',
      );
    }),
  ];
  if (cpu !== null)
    items.push(
      h('li', {}, `${cpu.cpu}, ${cpu.status}: ${cpu.evidence}. `, sourceLinks(cpu.source)),
    );
  return [h('ul', { class: 'host-known' }, ...items)];
}

const HEADS = ['Host', '243 on the VM', 'Memslot', 'Fault', 'Maintenance due'];

/** A row for each host that is possible; two tables are told apart by whose they are. */
function answersTable(host: string, answers: readonly Answered[]): HElement {
  return h(
    'div',
    {
      class: 'frame host-frame',
      role: 'region',
      'aria-label': `What the ${host} answers`,
      tabindex: 0,
    },
    h(
      'table',
      { class: 'host-table' },
      h('thead', {}, h('tr', {}, ...HEADS.map((head) => h('th', { scope: 'col' }, head)))),
      h(
        'tbody',
        {},
        ...answers.map(({ kernel, fwb, dic, capability, slot, fault, maintenance }) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row' }, `${kernel}, FWB ${fwb ? 1 : 0}, DIC ${dic ? 1 : 0}`),
            ...[capability, slot, fault, maintenance].map((cell, i) =>
              h('td', { 'data-head': HEADS[i + 1] }, cell),
            ),
          ),
        ),
      ),
    ),
  );
}
