import { printedIn } from '../../book/checks/printed.ts';
import type { Ran } from '../../snippets/browser/ran.ts';
import { withRead } from '../path/progress.ts';
import { keep, kept } from '../path/store.ts';

/** greet says that this browser has it solved already. */
export function greet(box: HTMLElement): void {
  if (kept().progress.read.includes(location.pathname)) say(box, true, 'Solved before.');
}

/** judgeRun holds what a run printed against the goal; a run of the starter is no try. */
export function judgeRun(box: HTMLElement, { text, failed, edited }: Ran): void {
  const solution = document.querySelector<HTMLDetailsElement>('.solution');
  const tries = Number(box.dataset['tries'] ?? 0) + Number(edited);
  box.dataset['tries'] = String(tries);
  if (solution?.open && box.dataset['done'] === undefined) box.dataset['shown'] = '';
  if (failed || !printedIn(text)(textsOf(box))) return say(box, false, notYet(failed, edited));
  const first = box.dataset['done'] === undefined;
  box.dataset['done'] ??= solvedIn(tries, box.dataset['shown'] !== undefined);
  const stays = first ? note() : '';
  say(box, true, `${box.dataset['done']}${stays}`);
  if (solution) solution.open = true;
}

function textsOf(box: HTMLElement): string[] {
  return JSON.parse(box.dataset['solved'] ?? '[]') as string[];
}

function notYet(failed: boolean, edited: boolean): string {
  if (failed) return 'The run failed: read its last line.';
  return edited ? 'Not there yet.' : 'This is how it starts: change the code.';
}

function solvedIn(tries: number, shown: boolean): string {
  const count = `Solved, in ${tries} ${tries === 1 ? 'try' : 'tries'}`;
  return shown ? `${count}, with the solution open.` : `${count}. Why is below.`;
}

/** Keeps that it is solved; says so where that cannot be. */
function note(): string {
  const { progress, problem } = kept();
  if (problem !== null) return ` ${problem}`;
  return keep(withRead(progress, location.pathname)) ? '' : ' This browser could not keep that.';
}

function say(box: HTMLElement, solved: boolean, words: string): void {
  const sign = document.createElement('span');
  sign.className = `verdict verdict-${solved ? 'right' : 'wrong'}`;
  sign.textContent = solved ? 'solved' : 'not yet';
  box.querySelector('.exercise-said')?.replaceChildren(sign, ' ', words);
}
