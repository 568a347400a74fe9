import type { Page } from '../page/page.ts';
import { readQuestions, type Question } from '../page/questions.ts';
import type { Problem } from '../problems.ts';

/**
 * Goals that no check asks for: a reader is told what can be said afterwards, and never asked to say it.
 * On every page that has goals a check names those that it asks for, and each is named by one.
 */
export function checkGoals(pages: readonly Page[]): Problem[] {
  return pages.flatMap((page) => {
    if (!page.whole) return [];
    const asked = readQuestions(page);
    const goals = page.frontmatter?.goals ?? [];
    return [
      ...asked.flatMap((question) => checkNamed(question, goals)),
      ...unasked(page, goals, asked),
    ];
  });
}

/** The numbers in `goal="1 2"`. */
const named = ({ goal }: Question): string[] => goal?.split(/\s+/).filter(Boolean) ?? [];

function checkNamed(question: Question, goals: readonly string[]): Problem[] {
  const { page, line, goal } = question;
  const known = goals.map((_, index) => String(index + 1));
  const all = named(question);
  if (goal === null || (all.length > 0 && all.every((one) => known.includes(one)))) return [];
  return [
    {
      code: 'check-goal',
      file: page.file,
      line,
      received: `goal="${goal}"`,
      expected: `numbers of the goals of this page, which has ${goals.length}`,
      remedy: known.length === 0 ? 'Remove it.' : `Write for example goal="${known[0]}".`,
    },
  ];
}

function unasked(page: Page, goals: readonly string[], asked: readonly Question[]): Problem[] {
  const met = new Set(asked.flatMap(named));
  return goals.flatMap((goal, index): Problem[] =>
    met.has(String(index + 1))
      ? []
      : [
          {
            code: 'check-goal',
            file: page.file,
            line: page.keyLines.get('goals') ?? 1,
            received: `no check with goal="${index + 1}"`,
            expected: `a check that asks for: ${goal}`,
            remedy: `Write goal="${index + 1}" into the <Check> that asks for it, ask for it, or promise less.`,
          },
        ],
  );
}
