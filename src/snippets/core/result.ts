import { CUT_LINE } from './limits.ts';
import type { OutputEvent, RunError, RunResult } from './types.ts';

/** errorLine is a failure as one line of output. */
export function errorLine({ name, message, line, column, fence }: RunError): string {
  const head = message === '' ? name : `${name}: ${message}`;
  if (line === null) return head;
  const place = column === null ? `line ${line}` : `line ${line}, column ${column}`;
  return `${head} (${place}${fence === undefined ? '' : ` of ${fence}`})`;
}

/** makeResult puts events and the way the run ended together. A cut run has no other failure. */
export function makeResult(
  events: readonly OutputEvent[],
  error: RunError | null,
  truncated: boolean,
): RunResult {
  const failure = truncated ? null : error;
  const lines = events.map(({ text }) => text);
  if (truncated) lines.push(CUT_LINE);
  if (failure) lines.push(errorLine(failure));
  return { events, text: lines.join('\n'), error: failure, truncated };
}
