/**
 * sandboxUrl is the page in which a program runs: the one with the usual names, or, for a program
 * that needs more, the one with the whole model. `base` is the folder of the site, with its last slash.
 */
export const sandboxUrl = (base: string, whole: boolean): string =>
  `${base}${whole ? 'sandbox-whole' : 'sandbox'}.html`;

/** namesUrl is the list of all names that a snippet can import, as JSON. */
export const namesUrl = (base: string): string => `${base}names.json`;

/** seenUrl is the list of all answers that a kernel was seen to give, as `unpackSeen` reads it. */
export const seenUrl = (base: string): string => `${base}seen.json`;
