import { oldAnswers } from './old-answers.ts';

/** First answers, by address and anchor: whether each was right. */
type Answers = Readonly<Record<string, boolean>>;

export interface Card {
  readonly box: HTMLElement;
  /** Its address among the answers, like that of a check. */
  readonly question: string;
  /** Whether its sentence is true. */
  readonly is: boolean;
}

const root = document.querySelector<HTMLElement>('.guesses');
/**
 * The address of the page, and under which names the browser keeps what: with a module for them every chapter
 * would have to name one file more.
 */
const { route = '', kept = '', version = '', old = '' } = root?.dataset ?? {};

/** The cards of the page, in its order. */
export const cards = [...document.querySelectorAll<HTMLElement>('.guess')].map((box): Card => ({
  box,
  question: `${route}#${box.previousElementSibling?.id ?? ''}`,
  is: box.dataset['is'] === 'true',
}));

/** The cards by their addresses, as what was guessed long ago asks for them. */
export const truths = Object.fromEntries(cards.map(({ question, is }) => [question, is]));

/** show says on each card what was guessed, and above them how many were right. */
export function show(answers: Answers): void {
  let [guessed, right] = [0, 0];
  for (const { box, question, is } of cards) {
    const fits = Object.hasOwn(answers, question) ? answers[question] === true : null;
    for (const button of box.querySelectorAll('button'))
      button.setAttribute(
        'aria-pressed',
        String(fits !== null && button.value === String(fits === is)),
      );
    const said = box.querySelector('.guess-said');
    const words = fits === null ? '' : fits ? `Right: it is ${is}.` : `No, it is ${is}.`;
    if (said && said.textContent !== words) said.textContent = words;
    if (fits === null) continue;
    guessed += 1;
    if (fits) right += 1;
  }
  const left = cards.length - guessed;
  const line = root?.querySelector('output');
  if (line)
    line.textContent =
      guessed === 0
        ? 'No card is guessed yet.'
        : `${right} of ${guessed} guessed right${left > 0 ? `, ${left} to go` : ''}.`;
}

/**
 * showKept shows what this browser keeps, before anything that writes is loaded. It reads as the line of
 * script for ticks does: a text that is not as this site writes it shows nothing.
 */
export function showKept(): void {
  let answers: Answers = {};
  try {
    answers = oldAnswers(localStorage.getItem(old), truths);
    const now = JSON.parse(localStorage.getItem(kept) ?? '{}') as Record<string, unknown>;
    if (String(now['version']) === version)
      answers = { ...answers, ...(now['answers'] as Answers) };
  } catch {
    // Storage is closed to this page, or what it keeps is torn.
  }
  show(answers);
}
