/*
 * A text and the choices beside it as the fragment of an address: `#triage=1.packed`. The number says how
 * the rest is read; links of number 1 are out there, so what reads them stays.
 */

/** How a fragment begins that holds a text to triage. */
export const LINK = '#triage=';
/** Characters of a fragment; mail and chat cut longer addresses. */
export const LONGEST = 6000;
/** Bytes of a text and its choices. */
export const LARGEST = 131_072;

/** What a reader put in. */
export interface Input {
  readonly text: string;
  readonly asked: Readonly<Record<string, string>>;
}

/** Why a link cannot be written or read, in a sentence for the reader. */
export interface Refused {
  readonly why: string;
}
