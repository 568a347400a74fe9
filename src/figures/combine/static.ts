import { control, textField } from '../form/controls.ts';
import { foot } from '../foot/foot.ts';
import { place, problems } from '../form/places.ts';
import type { Parts } from '../form/places.ts';
import { h } from '../show/node.ts';
import type { Child, HElement, HNode } from '../show/node.ts';
import { FWB, LEAF, PRESET, S1, S2 } from './stages.ts';
import { NAME, parts } from './view.ts';

const stage = (name: string, who: string, ...inside: Child[]): HElement =>
  h(
    'div',
    { class: 'stage', role: 'group', 'aria-label': name },
    h('p', {}, h('b', {}, name), h('span', { class: 'label' }, who)),
    ...inside,
  );

const pick = (key: string, text: string, drawn: Parts): HElement =>
  h(
    'label',
    { class: 'fig-field' },
    h('span', {}, text),
    place(`pick-${key}`, drawn, { 'data-key': key, autocomplete: 'off' }, 'select'),
  );

const hexField = (): HElement =>
  textField('or any byte, hex', {
    class: 'combine-hex',
    value: PRESET[S1.key],
    size: 6,
    maxlength: 12,
    'aria-describedby': `${NAME}-hex`,
  });

/** combineStatic is the whole figure, computed for the preset. */
export function combineStatic(): HNode[] {
  const drawn = parts(PRESET);
  const scroll = { class: 'frame', role: 'group', 'aria-label': 'Grid of results' };
  return [
    problems(),
    h(
      'div',
      { class: 'stages' },
      stage(
        'Stage 1',
        'the guest asks',
        h('div', { class: 'fig-controls' }, pick(S1.key, S1.label, drawn), hexField()),
        h('p', { id: `${NAME}-hex`, class: 'fig-problems', role: 'status' }),
        place('s1', drawn),
      ),
      stage(
        'Stage 2',
        'the hypervisor answers',
        h(
          'div',
          { class: 'fig-controls' },
          control(LEAF, PRESET, NAME),
          control(FWB, PRESET, NAME),
        ),
        h(
          'details',
          { class: 'combine-bits' },
          h('summary', {}, 'Any bits'),
          pick(S2.key, S2.label, drawn),
        ),
        place('s2', drawn),
      ),
      stage('Together', 'what the access is', place('result', drawn)),
    ),
    place('say', drawn, { class: 'hidden', role: 'status' }, 'p'),
    place('rule', drawn, { class: 'show' }),
    h(
      'details',
      { class: 'combine-rules' },
      h('summary', {}, 'The whole rule, step by step'),
      place('rules', drawn, { class: 'show' }),
    ),
    place('grid', drawn, scroll),
    ...foot(drawn),
  ];
}
