import { shiftName } from '../../kvm/granule/shifts.ts';
import type { StepValue } from '../../base/step.ts';

/** How one input of a step is said. */
export type Words = (value: Exclude<StepValue, null>) => string;

/** Inputs of steps and how they are said. */
export type Vocabulary = Readonly<Record<string, Words>>;

/** Words for true and for false. */
export const flag =
  (yes: string, no: string): Words =>
  (value) =>
    value === true ? yes : no;

/** A bit that is set or clear. */
export const set = (name: string): Words => flag(`${name} is set`, `${name} is clear`);

/** A value that is named. */
export const is =
  (name: string): Words =>
  (value) =>
    `${name} is ${String(value)}`;

/** A word out of a list, said at length; a word that is not on it stays as it is. */
export const said =
  (words: Readonly<Record<string, string>>): Words =>
  (value) =>
    words[String(value)] ?? String(value);

/** Who may execute what a leaf maps. */
export const executable = (what: string): Words =>
  said({
    none: `${what} is not executable`,
    EL0: `${what} is executable at EL0 only`,
    EL1: `${what} is executable at EL1 only`,
    both: `${what} is executable`,
  });

/** A size, by its shift. */
export const size =
  (what: string): Words =>
  (value) =>
    `${what} is ${shiftName(Number(value))}`;
