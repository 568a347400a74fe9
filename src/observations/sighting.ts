/** Where an answer was seen. */
export interface Sighting {
  /** Version of Linux and CPU model. */
  readonly on: string;
  /** Address of the observation. */
  readonly href: string;
}

/** The observation that confirms an answer, by the key of the answer; the first of several. */
export type Seen = Readonly<Record<string, Sighting>>;
