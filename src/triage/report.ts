import { kernelsOf, type ReasonFound, type Triage } from './answer.ts';
import type { Ground } from './case/ground.ts';

/** The answer as lines of text: what was read, what remains, what is excluded, what comes next. */
export function reportLines(answer: Triage): string[] {
  const { understood, ignored, asked, reasons, next, notes } = answer;
  const left = reasons.filter(({ state }) => state === 'left');
  const excluded = reasons.filter(({ state }) => state === 'excluded');
  return [
    ...section(
      'Understood',
      understood.map(({ key, value, line }) => `line ${line}: ${key} ${value}`),
    ),
    ...section('Judged', listed(asked)),
    ...section(
      'Left, in this order',
      left.flatMap((reason, i) => reasonLines(reason, i + 1)),
    ),
    ...section('Excluded', excludedLines(excluded)),
    ...section('Next', [next]),
    ...section('Notes', notes),
    ...section('Says nothing here', ignored.length === 0 ? [] : [`${ignored.length} lines`]),
  ].slice(0, -1);
}

function section(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  return [title, ...lines.map((line) => `  ${line}`), ''];
}

function listed(asked: Readonly<Record<string, string>>): string[] {
  const words = Object.entries(asked).map(([key, value]) => `${key}=${value}`);
  return words.length === 0 ? [] : [words.join('  ')];
}

function reasonLines(reason: ReasonFound, place: number): string[] {
  const { id, title, because, confirm, command, remedy, chapter, source, status } = reason;
  return [
    `${place}. ${id}: ${title}`,
    ...because.map((one) => `   because ${inWords(one)}`),
    `   look: ${confirm}`,
    ...(command === null ? [] : [`   type: ${command}`]),
    `   mend: ${remedy}`,
    `   ${status}, ${kernelsOf(reason)} [${source.join(', ')}], ${chapter}`,
  ];
}

/** Reasons that the same ground excludes stand in one line. */
function excludedLines(excluded: readonly ReasonFound[]): string[] {
  const byGround = new Map<string, string[]>();
  for (const { id, because } of excluded) {
    const words = because.map(inWords).join('; ');
    byGround.set(words, [...(byGround.get(words) ?? []), id]);
  }
  return [...byGround].map(([words, ids]) => `${ids.join(', ')}: ${words}`);
}

function inWords({ line, words }: Ground): string {
  return line === null ? words : `line ${line}: ${words}`;
}
