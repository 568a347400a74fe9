import { parseState } from '../form/address.ts';
import type { Field } from '../form/field.ts';
import { FIELDS, keysOf, PRESET, type State, withKind } from './state.ts';
import { isKind } from './kinds.ts';

/*
 * The state as the fragment of an address: `#numbers=1.kind:leaf,value:0x…`. The number says how the rest
 * is read; links of number 1 are out there, so what reads them stays. Nothing of it leaves the browser.
 */

/** NAME of `<stage-NAME>` and of the fragment. */
export const NAME = 'numbers';
const FORM = '1';
/** No link that this site writes is longer. */
const LONGEST = 1500;

/** A state that came by a link, with a line for each part that could not be used. */
export interface Opened {
  readonly state: State;
  readonly problems: readonly string[];
}

/** The fragment that leads to a state; only what it reads, and only what is not as the page comes. */
export function writeLink(state: State): string {
  const keys = keysOf(state);
  const preset = presetOf(state);
  const parts = FIELDS.filter(
    ({ key }) => key === 'kind' || (keys.has(key) && state[key] !== preset[key]),
  ).map(({ key }) => `${key}:${encodeURIComponent(state[key] ?? '')}`);
  return `#${NAME}=${FORM}.${parts.join(',')}`;
}

/** What the other fields are where a link does not name them. */
function presetOf({ kind = '' }: State): State {
  return isKind(kind) && kind !== PRESET['kind'] ? withKind(PRESET, kind) : PRESET;
}

/** True for the fragment of a state of this figure. */
export const isLink = (fragment: string): boolean => fragment.startsWith(`#${NAME}=`);

/** readLink opens a fragment that `isLink` knows. It never throws; what it cannot use it says. */
export function readLink(fragment: string): Opened {
  const refused = (why: string): Opened => ({ state: PRESET, problems: [why] });
  if (fragment.length > LONGEST)
    return refused('This link is longer than any that this site writes. It was not opened.');
  const text = fragment.slice(NAME.length + 2);
  const dot = text.indexOf('.');
  if (text.slice(0, dot) !== FORM)
    return refused(
      'This link is of another version of the site, which writes them otherwise: it cannot be read here.',
    );
  const rest = text.slice(dot + 1);
  const named = /(?:^|,)kind:([^,]*)/.exec(rest)?.[1] ?? '';
  const kind = decoded(named);
  const preset = presetOf({ kind: kind ?? '' });
  const { values, problems } = parseState(FIELDS.map(escaped), preset, rest);
  return { state: values, problems };
}

/** The field, for values that stand escaped in an address. */
function escaped(field: Field): Field {
  const { options, read } = field;
  return {
    ...field,
    options: options.length > 0 ? options : [],
    read: (text) => {
      const plain = decoded(text);
      if (plain === null) return null;
      const option = options.find(([value]) => value === plain);
      return option ? { value: option[0] } : (read?.(plain) ?? null);
    },
  };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
