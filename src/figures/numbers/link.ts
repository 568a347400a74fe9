import { isFragment, readFragment, writeFragment } from '../form/fragment.ts';
import { isKind } from './kinds.ts';
import { FIELDS, keysOf, PRESET, type State, withKind } from './state.ts';

/** NAME of `<stage-NAME>` and of the fragment. */
export const NAME = 'numbers';

/** A state that came by a link, with a line for each part that could not be used. */
export interface Opened {
  readonly state: State;
  readonly problems: readonly string[];
}

/** What the other fields are where a link does not name them. */
const presetOf = (kind: string): State =>
  isKind(kind) && kind !== PRESET['kind'] ? withKind(PRESET, kind) : PRESET;

/** The fragment that leads to a state; only what it reads, and always its kind. */
export function writeLink(state: State): string {
  const keys = keysOf(state);
  const preset = { ...presetOf(state['kind'] ?? ''), kind: '' };
  return writeFragment(
    NAME,
    FIELDS.filter(({ key }) => keys.has(key)),
    state,
    preset,
  );
}

/** True for the fragment of a state of this figure. */
export const isLink = (fragment: string): boolean => isFragment(NAME, fragment);

/** readLink opens a fragment that `isLink` knows. It never throws; what it cannot use it says. */
export function readLink(fragment: string): Opened {
  const kindIn = (text: string): string => /(?:^|,)kind:([^,]*)/.exec(text)?.[1] ?? '';
  const { values, problems } = readFragment(FIELDS, (text) => presetOf(kindIn(text)), fragment);
  return { state: values, problems };
}
