import { controlGroup, group } from '../form/controls.ts';
import { foot } from '../foot/foot.ts';
import { place, problems } from '../form/places.ts';
import { h } from '../show/node.ts';
import type { HNode } from '../show/node.ts';
import { GUEST, HOST, PRESET, setupFor } from './fields.ts';
import { safeguardTable } from './table.ts';
import { caseParts, gameParts, NAME } from './view.ts';

const button = (does: string, text: string, off: boolean): HNode =>
  h('button', { type: 'button', 'data-do': does, 'aria-disabled': String(off) }, text);

/** breakItStatic is the start of the founding case, its moves, and the table of safeguards. */
export function breakItStatic(): HNode[] {
  const parts = {
    ...caseParts(PRESET),
    ...gameParts(
      { policy: PRESET['policy'] ?? '', setup: setupFor(PRESET), taken: [] },
      { values: PRESET },
    ),
  };
  const moves = { class: 'mv', role: 'group', tabindex: -1, 'aria-label': 'Moves possible now' };
  const scroll = { class: 'frame', role: 'group', 'aria-label': 'Safeguards', tabindex: 0 };
  return [
    problems(),
    h(
      'div',
      { class: 'fig-controls' },
      place('missions', parts, { class: 'bk-missions' }),
      place('task', parts, {}, 'p'),
    ),
    h(
      'div',
      { class: 'fig-controls' },
      group('KVM', place('policies', parts)),
      controlGroup('host has', HOST, PRESET, NAME),
      controlGroup("B's stage 1", [GUEST], PRESET, NAME),
    ),
    place('case', parts, {}, 'p'),
    place('say', parts, { class: 'hidden', role: 'status' }, 'p'),
    h('div', { class: 'bk-proof', hidden: true }),
    h(
      'div',
      { class: 'bk' },
      h('div', {}, place('stage', parts), place('broken', parts, {}, 'p')),
      h(
        'div',
        { class: 'bk-moves' },
        h(
          'div',
          { class: 'fig-controls' },
          button('undo', 'Undo', true),
          button('restart', 'Restart', true),
          button('hint', 'Hint', false),
        ),
        place('hint', parts, { role: 'status' }, 'p'),
        place('moves', parts, moves),
      ),
      place('log', parts, { class: 'bk-log', 'aria-label': 'Moves taken' }, 'ol'),
    ),
    h('div', scroll, safeguardTable()),
    ...foot(parts, { image: true }),
  ];
}
