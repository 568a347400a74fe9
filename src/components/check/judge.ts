import { withAnswer } from '../path/progress.ts';
import { change, here } from '../path/store.ts';
import { rightAnswer } from './right-answer.ts';

/** judge says what the chosen answer is worth, marks it, and opens the answer where nothing is left to try. */
export function judge(check: HTMLElement): void {
  const chosen = choiceIn(check);
  const said = check.querySelector('fieldset [role=status]');
  if (!said) return;
  if (chosen === null) {
    const what = check.querySelector('fieldset [type=text]') ? 'Type' : 'Choose';
    return say(said, null, `${what} an answer first.`);
  }
  const right = rightAnswer(check.dataset['key'] ?? '', chosen.value);
  const answer = check.querySelector('details');
  const open = answer?.open === true;
  const first = check.dataset['tries'] === undefined;
  const tries = Number(check.dataset['tries'] ?? 0) + 1;
  check.dataset['tries'] = String(tries);
  if (chosen.type === 'radio') mark(chosen, right);
  if (answer && (right || tries > 1)) answer.open = true;
  say(said, right, wordsFor(right, { tries, open, typed: chosen.type === 'text' }));
  if (first && !open) note(check, right);
}

interface Judged {
  readonly tries: number;
  /** The answer could be read already. */
  readonly open: boolean;
  readonly typed: boolean;
}

function wordsFor(right: boolean, { tries, open, typed }: Judged): string {
  if (open) return right ? '' : 'The answer is below.';
  if (right) return tries === 1 ? 'At the first try. Why is below.' : 'Why is below.';
  if (tries > 1) return 'The answer is open below.';
  return typed ? 'Try once more, or open the answer.' : 'Choose once more, or open the answer.';
}

function choiceIn(check: HTMLElement): HTMLInputElement | null {
  const field = check.querySelector<HTMLInputElement>('fieldset input[type=text]');
  if (field) return field.value.trim() === '' ? null : field;
  return check.querySelector<HTMLInputElement>('fieldset input:checked');
}

/** What was chosen keeps its sign and its word while others are tried. A field has one answer, which is said below. */
function mark(chosen: HTMLInputElement, right: boolean): void {
  const place = chosen.closest('label')?.querySelector('span');
  if (!place?.querySelector('.verdict')) place?.append(' ', verdict(right));
}

function verdict(right: boolean): HTMLElement {
  const sign = document.createElement('span');
  sign.className = `verdict verdict-${right ? 'right' : 'wrong'}`;
  sign.textContent = right ? 'right' : 'wrong';
  return sign;
}

function say(said: Element, right: boolean | null, words: string): void {
  said.replaceChildren(...(right === null ? [] : [verdict(right), ' ']), words);
}

/** Keeps the first answer to a check, given with the key still folded. */
function note(check: HTMLElement, right: boolean): void {
  const question = `${here()}#${check.id}`;
  change((progress) => withAnswer(progress, question, right));
}
