/** The detail of the event `stage-ran`, which a snippet sends when a run of it has ended. */
export interface Ran {
  /** What it printed, as lines. */
  readonly text: string;
  /** It ended with a failure, or was no program. */
  readonly failed: boolean;
  /** Whether it was the reader's version. */
  readonly edited: boolean;
}
