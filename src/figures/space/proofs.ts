import { judgement, propertyName, SEARCHABLE } from '../../model/index.ts';
import type { Host, HostAnswer } from '../../model/index.ts';
import { verdictClass } from '../../grammar/verdict.ts';
import { h } from '../show/node.ts';
import type { HElement } from '../show/node.ts';
import { GUEST_WORDS } from '../stage/scene.ts';
import { bit } from '../tables/table.ts';
import { hostName } from './case.ts';
import type { Counterexample, SpaceProof } from './judged.ts';
import { counted } from '../../grammar/count.ts';
import { proofId } from './words.ts';

/** proofNodes is what the search of each answer gave; hosts on which it is the same share it. */
export const proofNodes = (proofs: readonly SpaceProof[]): HElement[] =>
  proofs.map(({ number, answer, hosts, states, broken }) =>
    h(
      'div',
      { class: 'sp-proof', id: proofId(number) },
      h(
        'p',
        {},
        h('b', {}, answer),
        ` (${hosts.map(hostName).join('; ')}): `,
        broken.length === 0
          ? `breaks nothing. All ${counted(states)} states of four guests were visited.`
          : `${counted(states)} states of four guests were visited.`,
      ),
      ...broken.map((one) => counterexample(one, answer, hosts[0])),
    ),
  );

function counterexample(
  { property, guestS1, moves }: Counterexample,
  answer: HostAnswer,
  host: Host | undefined,
): HElement {
  const { verdict, word } = judgement(property, false);
  return h(
    'details',
    {
      'data-answer': answer,
      'data-host': `${bit(host?.fwb === true)}${bit(host?.dic === true)}`,
      'data-guest': guestS1,
      'data-property': property,
    },
    h(
      'summary',
      {},
      h('span', { class: verdictClass(verdict) }, word),
      ` ${propertyName(property)}, in ${moves.length} steps, not in fewer`,
    ),
    h('p', { class: 'sp-asked' }, `${SEARCHABLE[property]} B asks for ${GUEST_WORDS[guestS1]}.`),
    h('ol', {}, ...moves.map((move) => h('li', {}, move))),
  );
}
