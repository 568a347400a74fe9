import { bind } from '../form/bind.ts';
import type { Bound, Figure } from '../form/bind.ts';
import type { Values } from '../form/field.ts';
import type { HElement } from '../show/node.ts';
import { stepBar } from './bar.ts';
import { clock } from './clock.ts';
import { spoken } from './spoken.ts';
import { atStep, paceOf, settleStep, STEP, stepOf, stepOfKey, stepTo } from './step.ts';
import { placed, travel } from './travel.ts';
import type { Placed } from './travel.ts';

/** A figure that has steps. Its parts may draw the strip anew; one that does not stays as it stands. */
export interface Story extends Figure {
  /** The titles of the steps in a state. */
  titles(values: Values): readonly string[];
}

/** play makes a story in `root` answer: its controls, the buttons, the handle, keys, and Play. */
export function play(root: HTMLElement, story: Story): Bound {
  let all = false;
  let touched = false;
  let before: { readonly at: number; readonly picture: Placed } | null = null;

  const items = (): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('.strip > li')];
  const picture = (): Element | null => root.querySelector('.strip > .is-at svg');
  const lastOf = (values: Values): number => story.titles(values).length - 1;

  // The button itself answers to a click, and to the keys that click it.
  const ticks = clock(
    (event) =>
      event.target instanceof Element &&
      root.contains(event.target) &&
      event.target.closest('[data-step=play]') !== null &&
      (!(event instanceof KeyboardEvent) || event.key === 'Enter' || event.key === ' '),
    () => bound.go(bound.values),
  );

  const bound = bind(root, {
    ...story,
    fields: [...story.fields, STEP],
    preset: atStep(story.preset, 0),
    settle: (linked) => settleStep(linked, lastOf(linked.values) + 1),
    parts: (values) => {
      before = touched && !all ? { at: shown(), picture: placed(picture()) } : null;
      return { ...story.parts(values), bar: bar(values) };
    },
    drawn,
  });

  function bar(values: Values): HElement[] {
    const titles = story.titles(values);
    return stepBar({ titles, at: stepOf(values), playing: ticks.running, all });
  }
  const shown = (): number => items().findIndex((item) => item.matches('.is-at'));

  function drawn(values: Values): void {
    const at = stepOf(values);
    const frames = items();
    for (const [i, item] of frames.entries()) {
      if (item.matches('.is-at') === (i === at)) continue;
      if (i === at) item.className = 'is-at';
      else item.removeAttribute('class');
    }
    const range = root.querySelector<HTMLInputElement>('.step-range');
    if (range) range.value = String(at + 1);
    const said = root.querySelector('[data-part=said]');
    const item = frames[at];
    if (said && item && touched)
      said.textContent = `Step ${at + 1} of ${frames.length}: ${spoken(item)}`;
    if (before !== null && Math.abs(before.at - at) <= 1) travel(picture(), before.picture);
  }

  function go(at: number): void {
    touched = true;
    unfold(false);
    bound.go(atStep(bound.values, at));
  }
  function unfold(on: boolean): void {
    all = on;
    root.toggleAttribute('data-all', on);
  }
  /** Shows a step of Play, and waits for the next one as long as reading it takes. */
  function tick(at: number): void {
    const item = items()[at];
    ticks.stop();
    if (item && at < lastOf(bound.values)) ticks.next(paceOf(spoken(item)), () => tick(at + 1));
    go(at);
  }
  function press(does: string): void {
    const at = stepOf(bound.values);
    const last = lastOf(bound.values);
    if (does === 'all') {
      unfold(!all);
      bound.go(bound.values);
    } else if (does !== 'play') go(all ? at : stepTo(does, at, last));
    else if (ticks.running) {
      ticks.stop();
      bound.go(bound.values);
    } else tick(at === last || all ? 0 : at + 1);
  }

  root.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLElement>('[data-step]');
    const does = button?.dataset['step'];
    if (does !== undefined && button?.getAttribute('aria-disabled') !== 'true') press(does);
  });
  root.addEventListener('input', ({ target }) => {
    if ((target as Element).matches('.step-range'))
      go((target as HTMLInputElement).valueAsNumber - 1);
  });
  root.addEventListener('keydown', (event) => {
    // Controls have their own use for these keys.
    if ((event.target as Element).closest('input, select, textarea, [role=grid]')) return;
    const does = stepOfKey(event);
    if (does === undefined) return;
    event.preventDefault();
    go(stepTo(does, stepOf(bound.values), lastOf(bound.values)));
  });
  // Before the state changes: what a control changes is announced, and tiles may travel.
  root.addEventListener('change', () => void (touched = true), true);
  return bound;
}
