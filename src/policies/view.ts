import { verdictClass } from '../grammar/verdict.ts';
import { counted } from '../grammar/count.ts';
import { signs } from '../figures/space/words.ts';
import { h } from '../figures/show/node.ts';
import type { HElement, HNode } from '../figures/show/node.ts';
import { GUEST_WORDS } from '../figures/stage/scene.ts';
import { frame } from '../figures/tables/draw.ts';
import { GUEST_S1S, HOSTS, judgement, propertyName } from '../model/index.ts';
import type { Difference } from './differ.ts';
import { hostWords } from './host-words.ts';
import type { Case, Judged, Worst } from './judge.ts';

/** What a policy makes of the page on a host, in a word or two. */
function answer({ found }: Case): string {
  const { slot, fault, mapped, cleans, invalidatesI } = found.setup;
  if (slot !== 'accepted') return `memslot ${slot}`;
  if (mapped === null) return `fault ${fault ?? ''}`;
  return cleans || invalidatesI ? `${mapped}, maintained` : mapped;
}

/** judgedTable is a row for each host, and a column for each guest. */
export function judgedTable({ cases }: Judged, label: string): HElement {
  // A worker hands copies over, so that only the words of a host tell whose a case is.
  const rows = HOSTS.map((host) => cases.filter((one) => hostWords(one.host) === hostWords(host)));
  return frame(
    label,
    h(
      'table',
      { class: 'pol-table' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col' }, 'host'),
          h('th', { scope: 'col' }, 'answer'),
          ...GUEST_S1S.map((guest) => h('th', { scope: 'col' }, GUEST_WORDS[guest])),
        ),
      ),
      h(
        'tbody',
        {},
        ...rows.map((row) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row' }, row[0] ? hostWords(row[0].host) : ''),
            h('td', {}, row[0] ? answer(row[0]) : ''),
            ...row.map(({ breaks }) => h('td', {}, ...signs(breaks))),
          ),
        ),
      ),
    ),
  );
}

/** What is said of a policy under its table: the shortest way to break it, or that nothing does. */
export function worstNodes({ worst, cases }: Judged): HNode[] {
  if (worst === null) {
    const states = cases.reduce((sum, { found }) => sum + found.states, 0);
    return [h('p', {}, `Nothing breaks: ${counted(states)} states, all visited.`)];
  }
  return [h('p', {}, ...broken(worst)), h('ol', { class: 'pol-steps' }, ...steps(worst))];
}

function broken({ property, host, guestS1, explored }: Worst): HNode[] {
  const { verdict, word } = judgement(property, false);
  return [
    h('b', {}, propertyName(property)),
    ': ',
    h('span', { class: verdictClass(verdict) }, word),
    ` in ${explored.trace?.length ?? 0} steps, not in fewer. ${hostWords(host)}; the guest asks for ${GUEST_WORDS[guestS1]}.`,
  ];
}

const steps = ({ explored }: Worst): HNode[] =>
  (explored.trace ?? []).map(({ label }) => h('li', {}, label));

/** What a policy needs beside its functions. */
export const needNodes = ({ needs }: Judged): HNode[] =>
  needs.length === 0
    ? [h('p', {}, 'It needs nothing that KVM has not.')]
    : [h('p', {}, 'It needs:'), h('ul', {}, ...needs.map((need) => h('li', {}, need)))];

/** Where two policies differ. */
export function differenceNodes(all: readonly Difference[], name: string): HNode[] {
  if (all.length === 0) return [h('p', {}, `It answers every input as ${name} does.`)];
  const cells = (one: Difference): string[] => [one.question, one.mine, one.other, one.because];
  return [
    frame(
      `Inputs on which the policy differs from ${name}`,
      h(
        'table',
        { class: 'pol-table' },
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            ...['input', 'yours', name, 'what follows'].map((head) =>
              h('th', { scope: 'col' }, head),
            ),
          ),
        ),
        h(
          'tbody',
          {},
          ...all.map((one) => h('tr', {}, ...cells(one).map((cell) => h('td', {}, cell)))),
        ),
      ),
    ),
  ];
}
