import type { ShowTree } from '../../model/index.ts';

/** One `ts run` fence as it stands in a chapter. */
export interface Fence {
  /** Unique in the book: the `id` of the fence. */
  readonly id: string;
  /** The text between the fence lines, without the last newline. */
  readonly code: string;
  /** Fences of one page with the same group share their state; null: alone. */
  readonly group: string | null;
  /** The failure that the fence declares, such as EINVAL; null: it must end without one. */
  readonly throws: string | null;
}

/** What one call of `console` or `show` printed; `text` is its terminal form. */
export type OutputEvent =
  | { readonly kind: 'log' | 'info' | 'warn' | 'error'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly text: string;
    }
  | { readonly kind: 'show'; readonly tree: ShowTree; readonly text: string };

/** A failure, at a place in the reader's own code. */
export interface RunError {
  readonly name: string;
  readonly message: string;
  /** Lines and columns count from 1 in the fence's own text; null: not known. */
  readonly line: number | null;
  readonly column: number | null;
  /** The `code` or `errno` that the thrown value carried, such as EINVAL. */
  readonly errno?: string;
  /** The id of the fence that failed, where it is an earlier one of the group. */
  readonly fence?: string;
}

/** What a run gave. */
export interface RunResult {
  readonly events: readonly OutputEvent[];
  /** All output as text, cut line and error line included: exactly what is baked into the page. */
  readonly text: string;
  readonly error: RunError | null;
  /** True where the output limit ended the run. */
  readonly truncated: boolean;
}

/** A name that a program takes from 'stage-two', and where it says so. */
export interface ImportedName {
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

/** A part of a program: one fence. */
export interface ProgramPart {
  readonly id: string;
  /** The line of `Program.js` before its first line. */
  readonly offset: number;
}

/** Compiled code, ready for a realm. */
export interface Program {
  /** The body of an async function with the parameters of `PARAMETERS`. */
  readonly js: string;
  readonly imports: readonly ImportedName[];
  /** It imports what only the whole model has, or nothing has. */
  readonly whole: boolean;
  /** Earlier fences of the group, then the fence itself. */
  readonly parts: readonly ProgramPart[];
}

/** A failure at a place in `Program.js`, before it is traced back to a fence. */
export interface RawError {
  readonly name: string;
  readonly message: string;
  readonly errno?: string;
  readonly line: number | null;
  readonly column: number | null;
}

/** The code waits for what does not come. */
export type Waiting = 'late' | 'pending';

/** What a realm tells its host, which takes it through `intake`. After `cut`, `stopped` and `end` nothing follows. */
export type Message =
  | { readonly type: 'event'; readonly event: OutputEvent }
  | { readonly type: 'cut' }
  /** A policy of the snippet's own is asked; null: it has answered. */
  | { readonly type: 'asks'; readonly call: string | null }
  /** The run ends because the code waits for what does not come. */
  | { readonly type: 'stopped'; readonly why: Waiting }
  | { readonly type: 'end'; readonly error: RawError | null };
