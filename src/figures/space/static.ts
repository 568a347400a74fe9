import { pointOf, policyNamed } from '../../model/index.ts';
import { controlGroup } from '../form/controls.ts';
import { place, problems } from '../form/places.ts';
import { foot } from '../foot/foot.ts';
import { h } from '../show/node.ts';
import type { HNode } from '../show/node.ts';
import { answerFields, hostName, INSISTED, NAME, presetOf } from './case.ts';
import { judgeSpace } from './judged.ts';
import { proofNodes } from './proofs.ts';
import { theoremOf } from './theorem.ts';
import { parts } from './view.ts';

/** The policy with which the figure comes. */
export const FIRST = 'error-on-creation';

/** spaceStatic is the whole figure: theorem, map, one policy, what each answer breaks, every proof. */
export function spaceStatic(): HNode[] {
  const { space, proofs } = judgeSpace();
  const named = policyNamed(FIRST);
  const point = 'code' in named ? named : pointOf(named);
  if ('code' in point) throw new Error(point.received);
  const preset = presetOf(point);
  const drawn = parts(space, preset);
  const { says, asks, assumes } = theoremOf();
  return [
    problems(),
    h('p', {}, h('b', {}, says.join(' ')), ` ${asks}`),
    h('p', { class: 'sp-assumes' }, h('b', {}, 'It assumes: '), assumes),
    h('div', { class: 'fig-controls' }, controlGroup('insist on', INSISTED, preset, NAME)),
    place('say', drawn, { class: 'sp-say', role: 'status' }, 'p'),
    h(
      'div',
      { class: 'fig-two' },
      place('map', drawn, { class: 'sp-frame' }),
      h(
        'div',
        {},
        h('b', { class: 'label' }, 'policies of the debate'),
        place('named', drawn, { class: 'sp-named' }, 'ol'),
      ),
    ),
    h(
      'p',
      { class: 'sp-key' },
      'Each square is one policy. Rows: what it answers without FWB, first where neither is, then with DIC alone. Columns: with FWB alone, then with both. Green breaks nothing; a number is a policy of the debate. ',
      h(
        'span',
        { class: 'needs-js' },
        'Click a place, or go there by arrow keys; Enter opens it. ',
      ),
    ),
    h(
      'div',
      { class: 'fig-controls' },
      controlGroup('one policy', answerFields(space.hosts), preset, NAME),
    ),
    place('here', drawn, { class: 'sp-here-said', role: 'status' }, 'p'),
    place('point', drawn, { class: 'sp-point', tabindex: -1 }),
    place('table', drawn),
    h('b', { class: 'label' }, `break nothing, by host: ${space.hosts.map(hostName).join('; ')}`),
    place('best', drawn, { class: 'sp-best-list' }, 'ol'),
    h(
      'details',
      { class: 'sp-proofs' },
      h('summary', {}, `Every proof (${proofs.length})`),
      ...proofNodes(proofs),
    ),
    ...foot(drawn),
  ];
}

/** What the browser needs, so that it only filters. */
export const spaceData = (): string => JSON.stringify(judgeSpace().space);
