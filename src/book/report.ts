import { PROBLEMS, sortProblems, type Problem } from './problems.ts';

/** The report of a check as text for a terminal: every problem, then one closing line. */
export function renderReport(problems: readonly Problem[]): string {
  if (problems.length === 0) return 'No problems in the content.\n';
  const files = new Set(problems.map((problem) => problem.file)).size;
  const closing = `${count(problems.length, 'problem')} in ${count(files, 'file')}.`;
  return [...sortProblems(problems).map(renderProblem), `${closing}\n`].join('\n\n');
}

function renderProblem(problem: Problem): string {
  const { code, file, line, id } = problem;
  return [
    `${file}:${line}  ${code}${id === undefined ? '' : `  "${id}"`}`,
    `  ${PROBLEMS[code]}`,
    field('received', problem.received),
    field('expected', problem.expected),
    field('remedy', problem.remedy),
    ...(problem.follow === undefined ? [] : [field('follow', following(problem.follow))]),
  ].join('\n');
}

/** Further lines of a value stand under its first one. */
function field(name: string, value: string): string {
  return `  ${name.padEnd(10)}${value.replaceAll('\n', `\n${' '.repeat(12)}`)}`;
}

/** What is folded is listed as soon as its cause is mended. */
function following(number: number): string {
  return `${count(number, 'further problem')}, not listed before this one is mended`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
