import { errorLine } from './result.ts';
import type { Fence, RunError, RunResult } from './types.ts';

/** A difference between what a fence declares and what its run gave. */
export interface OutcomeProblem {
  readonly received: string;
  readonly expected: string;
  readonly remedy: string;
  /** The line of the fence's own text, counted from 1; null: the fence as a whole. */
  readonly line: number | null;
}

/** isDeclared says whether a failure is the declared one: by code, by name, or by first word. */
export function isDeclared(throws: string, { errno, name, message }: RunError): boolean {
  return errno === throws || name === throws || message.split(/[\s:,]/, 1)[0] === throws;
}

/** checkOutcome holds the end of a run against `throws`, in both directions. */
export function checkOutcome(
  { throws }: Pick<Fence, 'throws'>,
  { error, truncated }: RunResult,
): OutcomeProblem[] {
  if (truncated) {
    return [
      {
        received: 'more output than a snippet may print',
        expected: 'at most 64 KiB and 1000 printed values',
        remedy: 'print less',
        line: null,
      },
    ];
  }
  if (throws === null && error) {
    const code = error.errno ?? error.name;
    return [
      {
        received: errorLine(error),
        expected: 'a run without a failure',
        remedy: `mend the code, or declare throws="${code}"`,
        line: error.fence === undefined ? error.line : null,
      },
    ];
  }
  if (throws !== null && (!error || !isDeclared(throws, error))) {
    return [
      {
        received: error ? errorLine(error) : 'a run without a failure',
        expected: `a failure whose code, name or first word is ${throws}`,
        remedy: `remove throws="${throws}", or make the code fail so`,
        line: error?.line ?? null,
      },
    ];
  }
  return [];
}
