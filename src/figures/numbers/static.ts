import { foot } from '../foot/foot.ts';
import { control, textField } from '../form/controls.ts';
import { place, problems } from '../form/places.ts';
import { h } from '../show/node.ts';
import type { HElement, HNode } from '../show/node.ts';
import { NAME } from './link.ts';
import { CHOICES, keysOf, PRESET } from './state.ts';
import type { Form } from './take-along.ts';
import { parts } from './parts.ts';

/** numbersStatic is the whole figure, computed for an example. */
export function numbersStatic(): HNode[] {
  const drawn = parts(PRESET, false);
  return [
    h(
      'div',
      { class: 'fig-controls nb-controls' },
      choice('kind'),
      typed('value', 'Value, in any spelling', 22),
      typed('other', 'Compare with', 22),
      typed('hpfar', 'HPFAR_EL2', 14),
      typed('other-hpfar', 'Compare HPFAR_EL2 with', 14),
      typed('far', 'FAR_EL2', 22),
      typed('other-far', 'Compare FAR_EL2 with', 22),
      typed('line', 'Line of the dump', 60),
      typed('other-line', 'Compare with the line', 60),
      choice('regime'),
      choice('fwb'),
      choice('level'),
      choice('granule'),
      choice('lpa2'),
      typed('mair', 'MAIR_ELx of that regime', 22),
    ),
    h('p', { class: 'nb-note', role: 'status' }),
    problems(),
    place('about', drawn, { class: 'nb-about-all' }),
    place('groups', drawn, { class: 'nb-groups' }),
    ...foot(drawn, { take: TAKES, back: 'Back to the example' }),
  ];
}

const TAKES: Readonly<Record<Form, string>> = {
  markdown: 'Copy for a mail',
  json: 'Copy JSON',
  test: 'Copy as a test',
  command: 'Copy command',
};

const shown = (key: string, ...nodes: readonly HElement[]): HElement =>
  h('div', { 'data-for': key, hidden: !keysOf(PRESET).has(key) }, ...nodes);

const choice = (key: keyof typeof CHOICES): HElement =>
  shown(key, control(CHOICES[key], PRESET, NAME));

const typed = (key: string, label: string, size: number): HElement =>
  shown(key, textField(label, { 'data-in': key, value: PRESET[key] ?? '', size, maxlength: 400 }));
