import type { StepValue } from '../base/step.ts';

/** How one input of a step is said. */
export type Words = (value: Exclude<StepValue, null>) => string;

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
