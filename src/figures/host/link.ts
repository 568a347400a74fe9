import type { Linked } from '../form/address.ts';
import type { Values } from '../form/field.ts';
import { isFragment, readFragment, writeFragment } from '../form/fragment.ts';
import type { ListedCpu } from '../tables/listed-cpu.ts';
import { fieldsFor, PRESET } from './state.ts';

/** NAME of the fragment; the section of the page has it too. What was pasted is in no link. */
export const NAME = 'will-it-work';

/** True for the fragment of a state of this figure. */
export const isLink = (fragment: string): boolean => isFragment(NAME, fragment);

/** The fragment that leads to a state: what is not as the page comes. */
export const linkTo = (state: Values, cpus: readonly ListedCpu[]): string =>
  writeFragment(NAME, fieldsFor(cpus), state, PRESET);

/** readLink opens a fragment that `isLink` knows. It never throws; what it cannot use it says. */
export const readLink = (fragment: string, cpus: readonly ListedCpu[]): Linked =>
  readFragment(fieldsFor(cpus), () => PRESET, fragment);
