import { h } from '../show/node.ts';
import type { HElement } from '../show/node.ts';

/** What the bar of a player shows. */
export interface BarState {
  /** The titles of the steps, in their order. */
  readonly titles: readonly string[];
  /** The step that is shown, from 0. */
  readonly at: number;
  readonly playing: boolean;
  /** All frames are unfolded. */
  readonly all: boolean;
}

/** The bar of a player before anything is pressed. */
export const quietBar = (titles: readonly string[], at = 0): BarState => ({
  titles,
  at,
  playing: false,
  all: false,
});

// aria-disabled and not disabled: a disabled button would lose the focus.
const button = (does: string, text: string, off = false): HElement =>
  h('button', { type: 'button', 'data-step': does, 'aria-disabled': String(off) }, text);

/** stepBar gives Back, Play, Next, a dot for each step with a handle that moves among them, and All frames. */
export function stepBar({ titles, at, playing, all }: BarState): HElement[] {
  const last = titles.length - 1;
  const play = playing ? 'Pause' : at === last && !all ? 'Again' : 'Play';
  return [
    button('back', 'Back', at === 0 && !all),
    button('play', play),
    button('next', 'Next', at === last && !all),
    h(
      'button',
      { type: 'button', 'data-step': 'all', 'aria-pressed': String(all), class: 'step-all' },
      'All frames',
    ),
    h(
      'span',
      { class: 'step-line' },
      h(
        'span',
        { class: 'step-dots', 'aria-hidden': 'true' },
        ...titles.map((_, i) => h('span', { class: i <= at && 'is-past' })),
      ),
      h('input', {
        type: 'range',
        class: 'step-range',
        min: 1,
        max: titles.length,
        value: at + 1,
        'aria-label': 'Step',
        'aria-valuetext': `${at + 1} of ${titles.length}: ${titles[at] ?? ''}`,
        autocomplete: 'off',
      }),
    ),
    h('span', { class: 'step-of' }, `Step ${at + 1} of ${titles.length}`),
  ];
}
