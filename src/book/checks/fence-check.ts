import { foldedLines } from '../../snippets/core/fold.ts';
import { readInfo } from '../page/info.ts';
import type { Fence } from '../page/page.ts';
import type { Problem } from '../problems.ts';

/** TypeScript and JavaScript by another name: code that would pass by every check. */
const OTHER_NAMES = /^(typescript|[mc]?ts|tsx|javascript|[mc]?js|jsx)$/i;
const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** What is wrong with the first line of a fence, its place, and its fold marks. */
export function checkFence(file: string, fence: Fence): Problem[] {
  const { info, faults } = readInfo(fence.lang, fence.meta);
  const at = { file, line: fence.line };
  const written = '```' + `${fence.lang} ${fence.meta}`.trim();
  const problems = faults.map(({ received, expected }): Problem => {
    const remedy = 'Correct the word, or remove it.';
    return { ...at, code: 'fence-info', received, expected, remedy };
  });
  const unread = (word: string) => faults.some(({ received }) => received.split('=')[0] === word);
  switch (info.mode) {
    case 'run':
      if (!ID.test(info.id ?? '') && !unread('id')) problems.push(wrongId(at, info.id));
      problems.push(...checkFold(file, fence, info.id));
      break;
    case 'norun':
      if (!info.reason && !unread('reason')) problems.push(withoutReason(at));
      break;
    case 'output':
      if (!followsRun(fence)) problems.push(strayOutput(at));
      break;
    case 'listing':
      if (OTHER_NAMES.test(fence.lang) && faults.length === 0)
        problems.push(withoutMode(at, written));
  }
  return problems;
}

type At = Pick<Problem, 'file' | 'line'>;

function followsRun({ after }: Fence): boolean {
  return after !== null && readInfo(after.lang, after.meta).info.mode === 'run';
}

function wrongId(at: At, id: string | null): Problem {
  return {
    ...at,
    code: 'fence-id',
    received: id === null ? 'no id' : `id="${id}"`,
    expected: 'small letters, digits and single hyphens, beginning with a letter',
    remedy: 'Write run id="what-it-shows"; links to the snippet use the id.',
  };
}

function checkFold(file: string, { code, line }: Fence, id: string | null): Problem[] {
  const { problem } = foldedLines(code);
  if (problem === null) return [];
  return [
    {
      code: 'fence-fold',
      file,
      line,
      ...(id === null ? {} : { id }),
      received: problem,
      expected: '// hide and // show in turns',
      remedy: 'Begin set-up with // hide and end it with // show.',
    },
  ];
}

function withoutReason(at: At): Problem {
  return {
    ...at,
    code: 'fence-reason',
    received: 'norun without a reason',
    expected: 'norun reason="..."',
    remedy: 'Say why the code cannot run; readers see the reason. If it can, let it run.',
  };
}

function strayOutput(at: At): Problem {
  return {
    ...at,
    code: 'output-stray',
    received: 'an output fence on its own',
    expected: 'a ```ts run fence right before it',
    remedy: 'Move it below its fence, or remove the word output.',
  };
}

function withoutMode(at: At, received: string): Problem {
  return {
    ...at,
    code: 'fence-mode',
    received,
    expected: '```ts run id="..." or ```ts norun reason="..."',
    remedy: 'Let the code run, or say why it does not.',
  };
}
