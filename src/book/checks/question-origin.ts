import { nearest } from '../../model/index.ts';
import { cardsOf } from '../page/cards.ts';
import type { Page } from '../page/page.ts';
import { readQuestions, type Question } from '../page/questions.ts';
import type { Problem } from '../problems.ts';
import { keyOf } from './answer-key.ts';

/**
 * Checks whose wrong answers come from nowhere: each has one that a misunderstanding leads to, which names
 * its card, or says what readers mix up.
 */
export function checkOrigins(pages: readonly Page[]): Problem[] {
  const cards = new Set(pages.flatMap(cardsOf).map(({ id }) => id));
  return pages
    .flatMap(readQuestions)
    .flatMap((question) => [...checkCards(question, cards), ...checkMixes(question)]);
}

function checkCards(question: Question, cards: ReadonlySet<string>): Problem[] {
  const key = keyOf(question);
  return question.options.flatMap(({ card, line, says }, place): Problem[] => {
    const at = { code: 'check-card', file: question.page.file, line } as const;
    if (card === null) return [];
    if (!cards.has(card)) {
      const near = nearest(card, cards);
      return [
        {
          ...at,
          received: `card="${card}"`,
          expected: 'the anchor of a card, a heading with <Guess> under it',
          remedy: near === null ? 'Say in the check what readers mix up.' : `Write card="${near}".`,
        },
      ];
    }
    if (place !== key) return [];
    return [
      {
        ...at,
        received: `${says}, which is right, with card="${card}"`,
        expected: 'a card at an answer that is wrong',
        remedy: 'Give the card to the answer that somebody chooses who believes it.',
      },
    ];
  });
}

function checkMixes({ page, line, asks, options, mixes }: Question): Problem[] {
  const named = options.some(({ card }) => card !== null);
  const said = mixes !== null && mixes.trim() !== '';
  if (named !== said) return [];
  return [
    {
      code: 'check-mixes',
      file: page.file,
      line,
      received: said ? `a card, and mixes="${mixes}"` : asks,
      expected: 'an <Option card="..."> that a misunderstanding leads to, or else mixes="..."',
      remedy: said
        ? 'Take mixes away: the card says it.'
        : 'Name the card of a wrong answer, or write <Check mixes="what readers mix up" ...>.',
    },
  ];
}
