import type { PolicyPoint } from '../../model/index.ts';
import { breaksOf } from '../../model/index.ts';
import { h } from '../show/node.ts';
import type { HElement, HNode } from '../show/node.ts';
import { hostName } from './case.ts';
import type { Space, SpaceAnswer } from './judged.ts';
import { counted } from '../../grammar/count.ts';
import { proofId, signs } from './words.ts';

/** The four answers of a policy, judged. */
export function answersAt({ hosts }: Space, point: PolicyPoint): SpaceAnswer[] {
  return hosts.map(({ answers }, i) => {
    const found = answers.find(({ answer }) => answer === point[i]);
    if (found === undefined) throw new Error(`No answer of the space: ${point[i]}`);
    return found;
  });
}

/** The names of the debate that stand at a point. */
export const namesAt = ({ named }: Space, point: PolicyPoint): readonly string[] =>
  named.find((one) => one.point.join() === point.join())?.names ?? [];

/** One policy: its names, and what it breaks. */
export function pointHead(space: Space, point: PolicyPoint, left: boolean): HNode[] {
  const names = namesAt(space, point);
  const broken = breaksOf(space.hosts, point);
  const cleans = answersAt(space, point).some((one) => one.cleans);
  return [
    h('b', {}, names.length > 0 ? names.join(', ') : 'A policy without a name'),
    broken.length === 0 ? ' breaks nothing: ' : ' breaks: ',
    ...signs(broken),
    cleans ? '. It cleans to the PoC, for which KVM first has to map the page. ' : '. ',
    left ? 'It is left.' : 'It is out.',
  ];
}

/** The answer on each host, and what shows that its verdict is right. */
export const pointAnswers = (space: Space, point: PolicyPoint): HNode[] => [
  h(
    'ul',
    { class: 'sp-answers' },
    ...answersAt(space, point).map((one, i) => answerLine(space, one, i)),
  ),
];

function answerLine({ hosts }: Space, one: SpaceAnswer, at: number): HElement {
  const host = hosts[at];
  return h(
    'li',
    {},
    h('span', { class: 'sp-host' }, host ? hostName(host) : ''),
    ' ',
    h('b', {}, one.answer),
    ' ',
    ...signs(one.breaks),
    ' ',
    h(
      'a',
      { href: `#${proofId(one.proof)}` },
      one.breaks.length === 0
        ? `all ${counted(one.states)} states visited`
        : 'the shortest way to break it',
    ),
  );
}
