import { controlGroup } from '../form/controls.ts';
import type { Values } from '../form/field.ts';
import { foot } from '../foot/foot.ts';
import { place, problems } from '../form/places.ts';
import { h } from '../show/node.ts';
import type { HNode } from '../show/node.ts';
import { COLUMNS, NAME, PAGE } from './case.ts';
import { parts } from './view.ts';

/** verdictsStatic is the whole figure, computed for the preset: table, then every proof. */
export function verdictsStatic(preset: Values): HNode[] {
  const drawn = parts(preset);
  return [
    problems(),
    h(
      'div',
      { class: 'fig-controls' },
      controlGroup('page', PAGE, preset, NAME),
      controlGroup('table', COLUMNS, preset, NAME),
    ),
    place('table', drawn),
    h(
      'p',
      { class: 'vt-key' },
      'Each cell leads to its proof. ',
      h(
        'span',
        { class: 'needs-js' },
        'Arrow keys lead from cell to cell, and from proof to proof. ',
      ),
      'Grey: B is never mapped, or cannot fetch, so there is nothing to ask. ',
      place('say', drawn, { role: 'status' }, 'span'),
    ),
    place('proofs', drawn, { class: 'vt-proofs', 'data-pagefind-ignore': 'all' }),
    ...foot(drawn),
  ];
}
