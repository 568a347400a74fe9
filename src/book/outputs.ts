import type { RunResult } from '../snippets/core/types.ts';
import type { RunFence } from './page/fences.ts';
import type { Problem } from './problems.ts';

const REVIEW = 'Run `npm run outputs` and review what it changes.';

/** Holds what a fence printed against its output fence, exactly. */
export function checkOutput({ id, page, fence, output }: RunFence, result: RunResult): Problem[] {
  const at = { file: page.file, id };
  if (output === null) {
    if (result.text === '') return [];
    const received = `no output fence; the first printed line is ${quote(result.text.split('\n')[0])}`;
    const expected = 'a ```text output fence right after it';
    return [
      { ...at, code: 'output-missing', line: fence.line, received, expected, remedy: REVIEW },
    ];
  }
  if (output.code === result.text) return [];
  const printed = result.text.split('\n');
  const declared = output.code.split('\n');
  const index = printed.findIndex((line, i) => line !== declared[i]);
  const first = index < 0 ? printed.length : index;
  return [
    {
      ...at,
      code: 'output-differs',
      line: output.line + 1 + Math.min(first, Math.max(declared.length - 1, 0)),
      received: result.text === '' ? 'no output' : `line ${first + 1}: ${quote(printed[first])}`,
      expected: `line ${first + 1}: ${quote(declared[first])}`,
      remedy: REVIEW,
    },
  ];
}

/** Quoted, so that spaces at the ends are seen. */
function quote(line: string | undefined): string {
  return line === undefined ? 'no such line' : JSON.stringify(line);
}
