import { checkOutcome } from '../../snippets/core/outcome.ts';
import type { RunResult } from '../../snippets/core/types.ts';
import type { RunFence } from '../page/fences.ts';
import type { Run } from '../run.ts';
import { checkOutput } from '../outputs.ts';
import type { Problem, ProblemCode } from '../problems.ts';

/** What is wrong with a run: how it ended or, where that is in order, what it printed. */
export function checkRun({ fence, result }: Run): Problem[] {
  const ends = checkOutcome(fence, result).map(({ received, expected, remedy, line }): Problem => ({
    code: endCode(fence, result),
    file: fence.page.file,
    line: fence.fence.line + (line ?? 0),
    id: fence.id,
    received,
    expected,
    remedy: `${remedy.charAt(0).toUpperCase()}${remedy.slice(1)}.`,
  }));
  return ends.length > 0 ? ends : checkOutput(fence, result);
}

function endCode({ throws }: RunFence, { error, truncated }: RunResult): ProblemCode {
  if (truncated) return 'output-cut';
  if (throws === null) return 'throw-undeclared';
  return error === null ? 'throw-absent' : 'throw-other';
}
