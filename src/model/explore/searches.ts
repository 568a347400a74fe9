import type { ModelError } from '../base/error.ts';
import type { Machine } from '../machine/machine.ts';
import { pageMachine } from '../machine/page-machine.ts';
import type { Setup } from '../machine/setup.ts';
import { search, type Searched } from './search.ts';

/** Searches of machines: what has the same set-up is the same machine, and is searched once. */
export class Searches {
  readonly #machineOf: (setup: Setup) => Machine;
  readonly #known = new Map<string, Searched>();

  constructor(machineOf: (setup: Setup) => Machine = pageMachine) {
    this.#machineOf = machineOf;
  }

  /** What the machine of a set-up gives; an error where it is none. */
  of(setup: Setup): Searched | ModelError {
    const key = JSON.stringify(setup);
    const searched = this.#known.get(key) ?? search(this.#machineOf(setup));
    if (!('code' in searched)) this.#known.set(key, searched);
    return searched;
  }

  /** Machines that differ, and the states and moves of all of them. */
  sums(): { readonly machines: number; readonly states: number; readonly transitions: number } {
    const all = [...this.#known.values()];
    const sum = (key: 'states' | 'transitions') => all.reduce((total, one) => total + one[key], 0);
    return { machines: all.length, states: sum('states'), transitions: sum('transitions') };
  }
}
