/** One control of a figure: what it asks, and the values that it takes. */
export interface Field {
  /** Name in forms and in addresses. */
  readonly key: string;
  /** What the reader reads: a legend, a label. */
  readonly label: string;
  readonly shape: 'radio' | 'select' | 'check';
  /** Value and text of each choice; a check has the values 0 and 1. */
  readonly options: readonly Option[];
  /**
   * Reads a value of an address that is none of the options as it stands: the option that it means,
   * and a line for the reader where that has to be said. Null where it means none.
   */
  readonly read?: (text: string) => { readonly value: string; readonly say?: string } | null;
  /** What the field takes, in words, where a list of its values would be long. */
  readonly expected?: string;
}

export type Option = readonly [value: string, text: string];

/** The state of a figure: a value for each field. */
export type Values = Readonly<Record<string, string>>;

/** The two values of a check. */
export const NO_YES: readonly Option[] = [
  ['0', 'no'],
  ['1', 'yes'],
];

/** How much of a value that nobody expected is repeated to the reader. */
const LONGEST = 24;

/** quoted repeats what was received, cut short. */
export function quoted(text: string): string {
  return `"${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}"`;
}
