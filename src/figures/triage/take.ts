import { shellQuoted } from '../foot/shell.ts';
import type { ReasonFound, Triage } from '../../triage/index.ts';
import type { Input } from './link-form.ts';

/** Lines of a text that a mail repeats whole. */
const MOST_QUOTED = 40;

/** Ways to take an answer along. */
export const WAYS = ['link', 'mail', 'json', 'test', 'command'] as const;
export type Way = (typeof WAYS)[number];

/** The answer as the terminal prints it with --json. */
export const asJson = (answer: Triage): string => JSON.stringify(answer, null, 2);

/** A test for Vitest, for a file in `tests/triage/`. */
export function asTest({ text, asked }: Input, answer: Triage): string {
  const left = answer.reasons.filter(({ state }) => state === 'left').map(({ id }) => id);
  const lines = text.split('\n').map((line) => `      ${JSON.stringify(line)},`);
  return [
    "import { expect, it } from 'vitest';",
    "import { triage } from '../../src/triage/index.ts';",
    '',
    `it(${JSON.stringify(`leaves ${left.join(', ') || 'nothing'}`)}, () => {`,
    '  const { reasons } = triage(',
    '    [',
    ...lines,
    "    ].join('\\n'),",
    `    ${JSON.stringify(asked)},`,
    '  );',
    "  const left = reasons.filter(({ state }) => state === 'left').map(({ id }) => id);",
    `  expect(left).toEqual(${JSON.stringify(left)});`,
    '});',
    '',
  ].join('\n');
}

/** A command for a POSIX shell. What a terminal would obey is left out of the text. */
export function asCommand({ text, asked }: Input): string {
  const choices = Object.entries(asked).map(
    ([key, value]) => ` --ask ${shellQuoted(`${key}=${value}`)}`,
  );
  const base = `npm run -s stage-two -- triage${choices.join('')}`;
  const plain = text.replace(/(?![\n\t])\p{Cc}|\p{Cf}/gu, '');
  if (plain === '') return base;
  let end = 'END';
  while (plain.split('\n').includes(end)) end += '_';
  return `${base} - <<'${end}'\n${plain}\n${end}`;
}

/** Markdown that also reads well as plain text in a mail. */
export function asMail({ text, asked }: Input, answer: Triage, link: string | null): string {
  const { reasons, understood, next, notes } = answer;
  const left = reasons.filter(({ state }) => state === 'left');
  const excluded = reasons.filter(({ state }) => state === 'excluded');
  const chosen = Object.entries(asked).map(([key, value]) => `${key}=${value}`);
  return [
    ...quotedText(text, new Set(understood.map(({ line }) => line))),
    ...(chosen.length > 0 ? [`Chosen: ${chosen.join(', ')}`, ''] : []),
    ...(left.length > 0 ? ['Left, in the order of trying:', ''] : []),
    ...left.flatMap((reason, i) => [
      `${i + 1}. \`${reason.id}\`: ${reason.title}`,
      `   - Because ${because(reason)}`,
      `   - Look: ${reason.confirm}`,
      ...(reason.command === null ? [] : [`   - Type: \`${reason.command}\``]),
      `   - Mend: ${reason.remedy}`,
      `   - ${reason.status} [${reason.source.join(', ')}]`,
    ]),
    '',
    ...(excluded.length > 0 ? ['Excluded:', ''] : []),
    ...excluded.map((reason) => `- \`${reason.id}\`: ${because(reason)}`),
    '',
    ...notes.map((note) => `Note: ${note}`),
    `Next: ${next}`,
    ...(link === null ? [] : ['', link]),
    '',
  ]
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');
}

const because = ({ because: list }: ReasonFound): string =>
  list.map(({ line, words }) => (line === null ? words : `line ${line}: ${words}`)).join('; ');

/** A short text whole; of a longer one the lines that were understood. The fence is longer than any in it. */
function quotedText(text: string, lines: ReadonlySet<number>): string[] {
  if (text.trim() === '') return [];
  const all = text.split('\n');
  const kept =
    all.length <= MOST_QUOTED
      ? all
      : all.flatMap((line, i) => (lines.has(i + 1) ? [`${i + 1}: ${line}`] : []));
  const ticks = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(ticks + 1);
  return [fence, ...kept.slice(0, 4 * MOST_QUOTED), fence, ''];
}
