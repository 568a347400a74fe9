import type { Page } from '../page/page.ts';
import { readQuestions, type Question } from '../page/questions.ts';
import type { Problem } from '../problems.ts';

/**
 * Goals that no check asks for: a reader is told what can be said afterwards, and never asked to say it.
 * On paths with an order, whose addresses are `ordered`, a check names the goal that it asks for, where a
 * chapter has more than one; on other pages there are as many checks as goals.
 */
export function checkGoals(pages: readonly Page[], ordered: readonly string[]): Problem[] {
  return pages.flatMap((page) => {
    if (!page.whole) return [];
    const asked = readQuestions(page);
    const goals = page.frontmatter?.goals ?? [];
    const wrong = asked.flatMap((question) => checkNamed(question, goals));
    const enough = ordered.includes(page.route)
      ? unnamed(page, goals, asked)
      : tooFew(page, goals, asked);
    return [...wrong, ...enough];
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

function unnamed(page: Page, goals: readonly string[], asked: readonly Question[]): Problem[] {
  const met = new Set(asked.flatMap(named));
  if (goals.length === 1 && asked.length > 0) return [];
  return goals.flatMap((goal, index): Problem[] =>
    met.has(String(index + 1))
      ? []
      : [
          {
            ...atGoals(page),
            received: `no check with goal="${index + 1}"`,
            expected: `a check that asks for: ${goal}`,
            remedy: `Write goal="${index + 1}" into the <Check> that asks for it, or ask for it.`,
          },
        ],
  );
}

function tooFew(page: Page, goals: readonly string[], asked: readonly Question[]): Problem[] {
  if (asked.length >= goals.length) return [];
  return [
    {
      ...atGoals(page),
      received: `${goals.length} goals and ${asked.length} checks`,
      expected: 'a check for each goal',
      remedy: 'Ask what the page promises, or promise less.',
    },
  ];
}

const atGoals = ({ file, keyLines }: Page): Pick<Problem, 'code' | 'file' | 'line'> => ({
  code: 'check-goal',
  file,
  line: keyLines.get('goals') ?? 1,
});
