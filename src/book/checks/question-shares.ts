import type { Page } from '../page/page.ts';
import { readQuestions, type Question } from '../page/questions.ts';
import type { Problem } from '../problems.ts';
import { keyOf } from './answer-key.ts';

/** In a book of fewer checks a share says nothing. */
const FEW = 12;

/** A kind of check, and how many there may be: one in so many of the checks that `of` takes. */
interface Share {
  readonly of: (asked: Keyed) => boolean;
  readonly are: (asked: Keyed) => boolean;
  readonly one: number;
  readonly says: string;
  readonly remedy: string;
}

interface Keyed {
  readonly question: Question;
  readonly key: number;
}

const YES_OR_NO = /^(?:yes|no)(?=$|[,.:;])/i;
const isYesOrNo = ({ question }: Keyed): boolean =>
  question.options.filter(({ says }) => YES_OR_NO.test(says)).length > 1;

const SHARES: readonly Share[] = [
  {
    of: () => true,
    are: isYesOrNo,
    one: 3,
    says: 'ask for a yes or a no',
    remedy: 'Ask which, what, where or when, and offer what somebody might believe.',
  },
  {
    of: isYesOrNo,
    are: ({ question, key }) => /^no/i.test(question.options[key]?.says ?? ''),
    one: 2,
    says: 'that ask for a yes or a no are answered by No',
    remedy: 'Turn the question round, so that the answer is Yes.',
  },
  ...[0, 1, 2, 3].map((place): Share => ({
    of: () => true,
    are: ({ key }) => key === place,
    one: 2,
    says: `have their key in place ${place + 1}`,
    remedy: 'Put the answers of some into another order.',
  })),
];

/**
 * Kinds of checks of which the book has too many: who answers No, or always takes the same place, should
 * not be right more often than not. What is to be typed has no place.
 */
export function checkShares(pages: readonly Page[]): Problem[] {
  const asked = pages.flatMap(readQuestions).flatMap((question): Keyed[] => {
    const key = keyOf(question);
    return typeof key === 'number' ? [{ question, key }] : [];
  });
  return SHARES.flatMap(({ of, are, one, says, remedy }): Problem[] => {
    const all = asked.filter(of);
    const own = all.filter(are);
    const most = Math.floor(all.length / one);
    const first = own[most];
    if (asked.length < FEW || first === undefined) return [];
    return [
      {
        code: 'check-share',
        file: first.question.page.file,
        line: first.question.line,
        received: `${own.length} of ${all.length} checks ${says}`,
        expected: `at most ${most}; this one is the first beyond`,
        remedy,
      },
    ];
  });
}
