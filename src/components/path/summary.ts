import type { Progress } from './progress.ts';

/** A page of a path as a summary names it. */
export interface Item {
  readonly route: string;
  readonly title: string;
}

/** A short report that somebody else can read: which pages of a path were read, which questions right. */
export function summaryOf(
  name: string,
  items: readonly Item[],
  { read, answers }: Progress,
): string {
  const done = items.filter(({ route }) => read.includes(route));
  const left = items.filter(({ route }) => !read.includes(route));
  const asked = Object.entries(answers);
  const wrong = asked.filter(([, right]) => !right).map(([question]) => question);
  const lines = [
    `Stage Two, ${name}: ${done.length} of ${items.length} read.`,
    ...list(
      'Read',
      done.map(({ title }) => title),
    ),
    ...list(
      'Still to read',
      left.map(({ title }) => title),
    ),
    asked.length === 0
      ? 'No question answered yet.'
      : `Questions: ${asked.length - wrong.length} of ${asked.length} right at the first try.`,
    ...list('Wrong at the first try', wrong),
  ];
  return lines.join('\n');
}

function list(head: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`${head}: ${items.join('; ')}.`];
}
