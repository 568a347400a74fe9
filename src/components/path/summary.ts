import type { Progress } from './progress.ts';

/** A page of a path as a summary names it. */
export interface Item {
  readonly route: string;
  readonly title: string;
}

/** A short report that somebody else can read: which pages of a path were read, how questions went. */
export function summaryOf(
  name: string,
  items: readonly Item[],
  { read, answers }: Progress,
): string {
  const done = items.filter(({ route }) => read.includes(route));
  const left = items.filter(({ route }) => !read.includes(route));
  const asked = Object.entries(answers);
  const wrong = asked.filter(([, right]) => !right).map(([question]) => question);
  const solved = read.filter((route) => route.startsWith('/exercises/')).length;
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
    ...list('Wrong at the first try', byPage(items, wrong)),
    ...(solved === 0 ? [] : [`Exercises solved: ${solved}.`]),
  ];
  return lines.join('\n');
}

/** How many of some questions stand on each page of the path, and on others: “Memory types (2)”. */
function byPage(items: readonly Item[], questions: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const question of questions) {
    const page = items.find(({ route }) => question.startsWith(`${route}#`));
    const title = page?.title ?? 'elsewhere';
    counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  return [...counts].map(([title, count]) => `${title} (${count})`);
}

function list(head: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`${head}: ${items.join('; ')}.`];
}
