import { printedIn } from '../../book/checks/printed.ts';
import type { Ran } from '../../snippets/browser/ran.ts';
import { withRead } from '../path/progress.ts';
import { change, here } from '../path/store.ts';

/** seeSolution notes whether the solution is opened before the goal is reached; it may be open already. */
export function seeSolution(box: HTMLElement): void {
  const solution = solutionOf();
  const look = (): void => {
    if (solution?.open && box.dataset['done'] === undefined) box.dataset['shown'] = '';
  };
  solution?.addEventListener('toggle', look);
  look();
}

/** judgeRun holds what a run printed against the goal; a run of the starter is no try. */
export function judgeRun(box: HTMLElement, { text, failed, edited }: Ran): void {
  const tries = Number(box.dataset['tries'] ?? 0) + Number(edited);
  box.dataset['tries'] = String(tries);
  if (failed || !printedIn(text)(textsOf(box)))
    return say(box, false, 'Not yet', notYet(failed, edited));
  const first = box.dataset['done'] === undefined;
  box.dataset['done'] ??= `Solved, in ${tries} ${tries === 1 ? 'try' : 'tries'}`;
  const how = box.dataset['shown'] === undefined ? 'Why is below.' : 'The solution was open.';
  say(box, true, box.dataset['done'], `${how}${first ? note() : ''}`);
  const solution = solutionOf();
  if (solution) solution.open = true;
}

const solutionOf = () => document.querySelector<HTMLDetailsElement>('.solution');

function textsOf(box: HTMLElement): string[] {
  return JSON.parse(box.dataset['solved'] ?? '[]') as string[];
}

function notYet(failed: boolean, edited: boolean): string {
  if (failed) return 'The run failed: read its last line.';
  return edited ? 'Try on.' : 'This is how it starts: change the code.';
}

/** Keeps that it is solved; says so where that cannot be. */
function note(): string {
  const problem = change((progress) => withRead(progress, here()));
  return problem === null ? '' : ` ${problem}`;
}

/** Draws the verdict with its sign, and what there is to say beside it. */
function say(box: HTMLElement, solved: boolean, verdict: string, words = ''): void {
  const sign = document.createElement('span');
  sign.className = `verdict verdict-${solved ? 'right' : 'wrong'}`;
  sign.textContent = verdict;
  box.querySelector('.exercise-said')?.replaceChildren(sign, words && ` ${words}`);
}
