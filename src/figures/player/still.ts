import { bind } from '../form/bind.ts';
import type { Bound, Figure } from '../form/bind.ts';
import { spoken } from './spoken.ts';
import { placed, travel } from './travel.ts';
import type { Placed } from './travel.ts';

/** still makes one picture answer to its controls: what changes place travels, and is said. */
export function still(root: HTMLElement, figure: Figure): Bound {
  let touched = false;
  let before: Placed | null = null;
  const frame = (): Element | null => root.querySelector('.still');
  const picture = (): Element | null => root.querySelector('.still > svg');
  root.addEventListener('change', () => void (touched = true), true);
  return bind(root, {
    ...figure,
    parts: (values) => {
      before = touched ? placed(picture()) : null;
      return figure.parts(values);
    },
    drawn: () => {
      const said = root.querySelector('[data-part=said]');
      const shown = frame();
      if (said && shown && touched) said.textContent = spoken(shown);
      if (before) travel(picture(), before);
    },
  });
}
