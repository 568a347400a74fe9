import { formatState, parseState, withState } from './address.ts';
import type { Linked } from './address.ts';
import type { Field, Values } from './field.ts';
import { fill, problemLines } from './fill.ts';
import { readValues, writeValues } from './live.ts';
import type { Parts } from './places.ts';

/** A figure as its state machine: fields, a preset, and what stands where in a state. */
export interface Figure {
  /** Name of the parameter of the address; empty where the state is not kept in it. */
  readonly name: string;
  readonly fields: readonly Field[];
  readonly preset: Values;
  parts(values: Values): Parts;
  /** Moves a state that the fields allow each for itself, and not together, to one that there is. */
  settle?(linked: Linked): Linked;
  /** Hears that a state stands on the page. */
  drawn?(values: Values): void;
}

/** A figure that answers. */
export interface Bound {
  readonly values: Values;
  /** Goes to a state, by other ways than the controls. */
  go(values: Values): void;
}

/** bind ties the controls in `root` to the answers, and the state to the address. */
export function bind(root: HTMLElement, figure: Figure): Bound {
  const { name, fields, preset } = figure;
  let values = preset;
  const settle = (linked: Linked): Linked => figure.settle?.(linked) ?? linked;

  function draw(problems: readonly string[] = []): void {
    fill(root, { ...figure.parts(values), problems: problemLines(problems) });
    figure.drawn?.(values);
  }
  function go(next: Values): void {
    values = settle({ values: next, problems: [] }).values;
    draw();
    writeValues(root, values);
    if (name === '') return;
    const state = values === preset ? null : formatState(fields, values);
    const address = withState(location.search, name, state);
    history.replaceState(history.state, '', `${location.pathname}${address}${location.hash}`);
  }

  root.addEventListener('change', (event) => {
    if ((event.target as Element).matches('[data-key]')) go({ ...values, ...readValues(root) });
  });
  root.addEventListener('click', (event) => {
    if ((event.target as Element).closest('.fig-reset')) go(preset);
  });

  const linked = name === '' ? null : new URLSearchParams(location.search).get(name);
  if (linked === null) {
    values = { ...preset, ...readValues(root) };
    draw();
  } else {
    const state = settle(parseState(fields, preset, linked));
    values = state.values;
    draw(state.problems);
    writeValues(root, values);
  }
  return {
    get values() {
      return values;
    },
    go,
  };
}
