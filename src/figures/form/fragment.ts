import { decoded } from '../../link/decoded.ts';
import { FORM, whyUnread } from '../../link/unread.ts';
import { parseState } from './address.ts';
import type { Linked } from './address.ts';
import type { Field, Values } from './field.ts';

/*
 * A state as the fragment of an address: `#numbers=1.kind:leaf,value:0x…`. The number says how the rest is
 * read; links of number 1 are out there, so what reads them stays. Nothing of it leaves the browser.
 */

/** No link that this site writes is longer. */
const LONGEST = 1500;

/** True for a fragment that holds a state of the figure of that name. */
export const isFragment = (name: string, fragment: string): boolean =>
  fragment.startsWith(`#${name}=`);

/** Half of a pair of code units is no character, and no address can hold it. */
const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd');

/** The fragment that leads to a state: its fields that are not as in the preset. */
export function writeFragment(
  name: string,
  fields: readonly Field[],
  state: Values,
  preset: Values,
): string {
  const parts = fields
    .filter(({ key }) => state[key] !== preset[key])
    .map(({ key }) => `${key}:${encodeURIComponent(wellFormed(state[key] ?? ''))}`);
  return `#${name}=${FORM}.${parts.join(',')}`;
}

/**
 * Opens a fragment that `isFragment` knows; `presetOf` gives what holds where the link says nothing. It
 * never throws; what it cannot use it says.
 */
export function readFragment(
  fields: readonly Field[],
  presetOf: (text: string) => Values,
  fragment: string,
): Linked {
  const why = whyUnread(fragment, LONGEST);
  if (why !== null) return { values: presetOf(''), problems: [why] };
  const rest = fragment.slice(fragment.indexOf('.') + 1);
  return parseState(fields.map(escaped), presetOf(rest), rest);
}

/** The field, for values that stand escaped in an address. */
function escaped(field: Field): Field {
  return {
    ...field,
    read: (text) => {
      const plain = decoded(text);
      if (plain === null) return null;
      const option = field.options.find(([value]) => value === plain);
      return option ? { value: option[0] } : (field.read?.(plain) ?? null);
    },
  };
}
