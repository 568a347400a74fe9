import { nearest } from '../../model/index.ts';
import { readInfo } from '../page/info.ts';
import type { Page } from '../page/page.ts';
import type { Problem } from '../problems.ts';
import type { Run } from '../run.ts';
import { printedIn, textsIn } from '../checks/printed.ts';
import type { Exercise } from './exercise.ts';

/** Components that an exercise may use. Facts that need a source stand in its chapter. */
export const EXERCISE_PARTS: ReadonlySet<string> = new Set([
  'Hint',
  'Mem',
  'Note',
  'Solution',
  'Term',
  'Verdict',
]);

const HINTS = 3;

/** What an exercise lacks, and where it belongs to no chapter. `pages` are the chapters. */
export function checkExercise(exercise: Exercise, pages: readonly Page[]): Problem[] {
  const { page, chapter } = exercise;
  if (!page.whole) return [];
  const chapters = pages.map(({ route }) => route);
  if (chapters.includes(chapter)) return checkParts(exercise);
  const near = nearest(chapter, chapters);
  const problem: Problem = {
    code: 'exercise-chapter',
    file: page.file,
    line: page.keyLines.get('chapter') ?? 1,
    received: chapter,
    expected: 'the address of a chapter',
    remedy: near === null ? 'Add the chapter, or name another.' : `Write ${near}.`,
  };
  return [problem, ...checkParts(exercise)];
}

function checkParts({ page, starter, solution }: Exercise): Problem[] {
  const { file, fences, elements } = page;
  const runs = fences.filter(({ lang, meta }) => readInfo(lang, meta).info.mode === 'run');
  const count = (wanted: string) => elements.filter(({ name }) => name === wanted);
  const problems: Problem[] = [];
  const say = (line: number, received: string, expected: string, remedy: string) =>
    problems.push({ code: 'exercise-parts', file, line, received, expected, remedy });
  const solutions = count('Solution');
  if (solutions.length !== 1)
    say(
      solutions[1]?.line ?? 1,
      `${solutions.length} <Solution>`,
      'one, with the program that reaches the goal and why it does',
      'Write <Solution>, a fence that runs, the explanation, and </Solution>.',
    );
  else if (starter === null || solution === null || runs.length !== 2)
    say(
      runs[2]?.line ?? solutions[0]?.line ?? 1,
      `${runs.length} fences that run`,
      'two: the starter above <Solution>, and the solution in it',
      'Write ```ts run id="..." for each; other code needs no word run.',
    );
  const hints = count('Hint');
  if (hints.length < 1 || hints.length > HINTS)
    say(
      hints[HINTS]?.line ?? 1,
      `${hints.length} <Hint>`,
      `1 to ${HINTS}, each a step further`,
      'Write <Hint>what to look at first</Hint> below the starter.',
    );
  return problems;
}

/** Whether a run reached the goal: it ended without a failure and printed what was asked. */
function reaches({ solved }: Exercise, { result }: Run): boolean {
  return result.error === null && printedIn(result.text)(textsIn(solved));
}

/** Held both ways: a starter that is solved already, and a solution that is none. */
export function checkBothWays(exercise: Exercise, runs: readonly Run[]): Problem[] {
  const { page, solved } = exercise;
  const runOf = (fence: Exercise['starter']) => runs.find((run) => run.fence.fence === fence);
  const [starter, solution] = [runOf(exercise.starter), runOf(exercise.solution)];
  const at = (run: Run) => ({ file: page.file, line: run.fence.fence.line, id: run.fence.id });
  return [
    ...(starter && reaches(exercise, starter)
      ? [
          {
            ...at(starter),
            code: 'exercise-starter',
            received: `a starter that prints ${JSON.stringify(solved)}`,
            expected: 'a starter that leaves something to do',
            remedy: 'Take out what solves it, or say more in solved.',
          } as const,
        ]
      : []),
    ...(solution && !reaches(exercise, solution)
      ? [
          {
            ...at(solution),
            code: 'exercise-solution',
            received:
              solution.result.error === null
                ? `a solution that does not print ${JSON.stringify(solved)}`
                : 'a solution that fails',
            expected: `what solved asks for: ${solved}`,
            remedy: 'Mend the solution, or correct solved.',
          } as const,
        ]
      : []),
  ];
}
