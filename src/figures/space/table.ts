import { HOST_ANSWERS } from '../../model/index.ts';
import type { Property } from '../../model/index.ts';
import { h } from '../show/node.ts';
import type { HElement } from '../show/node.ts';
import { hostName } from './case.ts';
import type { Space } from './judged.ts';
import { counted } from '../../grammar/count.ts';
import { proofId, signs } from './words.ts';

/** answerTable is what each answer breaks on each host; what is insisted on strikes answers out. */
export function answerTable(space: Space, insisted: readonly Property[]): HElement {
  const fits = (breaks: readonly Property[]): boolean =>
    !breaks.some((one) => insisted.includes(one));
  const left = space.hosts.map(({ answers }) => answers.filter((one) => fits(one.breaks)).length);
  const product = left.reduce((all, one) => all * one, 1);
  return h(
    'table',
    { class: 'sp-table' },
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'col' }, 'answer'),
        ...space.hosts.map((host) => h('th', { scope: 'col' }, hostName(host))),
      ),
    ),
    h(
      'tbody',
      {},
      ...HOST_ANSWERS.map((answer, at) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, answer),
          ...space.hosts.map(({ answers }) => {
            const { breaks = [], proof = 0 } = answers[at] ?? {};
            const out = !fits(breaks);
            return h(
              'td',
              { class: out && 'sp-out' },
              h('a', { href: `#${proofId(proof)}` }, ...signs(breaks)),
              out && h('span', { class: 'sp-struck' }, ' out'),
            );
          }),
        ),
      ),
    ),
    h(
      'tfoot',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'row' }, `left: ${counted(product)}`),
        ...left.map((count, i) => h('td', {}, `${i === 0 ? '' : '× '}${count}`)),
      ),
    ),
  );
}
