import {
  diffInWords,
  diffKernels,
  kernelNamed,
  KERNELS,
  nearest,
  QUESTIONS,
  releaseInWords,
  type KernelDiff,
  type Question,
} from '../../model/index.ts';
import type { Command, Outside } from '../command.ts';
import { clip, json, optionLines, type Option, type Parsed } from '../options.ts';
import { runWith } from '../run-with.ts';
import { UsageError } from '../usage-error.ts';
import { KERNEL_WORDS } from './kernel-words.ts';

const EXAMPLE = 'npm run -s stage-two -- diff v6.16 v6.17 --question checkExtension';
const OPTIONS: readonly Option[] = [
  {
    name: 'question',
    value: 'NAME',
    meaning: 'one question only (default: all that have a table)',
  },
  json,
];

/** `diff K1 K2`: every input that two kernels answer differently, by cause. */
export const diff: Command = {
  name: 'diff',
  summary: 'what changed between two kernels, by cause',
  example: EXAMPLE,
  help: [
    'stage-two diff KERNEL KERNEL [--question NAME] [--json]',
    '',
    `A kernel is one of ${KERNELS.join(', ')}, or a release that follows one, such as 6.12 or 7.2.2.`,
    'Tries every input of a question and groups those with two answers by what made the difference.',
    ...optionLines(OPTIONS),
    '',
    `Questions: ${Object.keys(QUESTIONS).join(', ')}`,
    `Example: ${EXAMPLE}`,
  ],
  run: (args, outside) =>
    runWith({ command: diff, options: OPTIONS }, args, outside, (parsed) => {
      const asked = questionsOf(parsed);
      const kernels = kernelsOf(parsed);
      if (kernels instanceof UsageError) return kernels;
      if (asked instanceof UsageError) return asked;
      const [a, b] = kernels;
      const diffs = asked.map((question) => ({ question, diff: diffKernels(question, a, b) }));
      const one = diffs.length === 1 ? diffs[0]?.diff.error : undefined;
      if (one) return UsageError.of(one, EXAMPLE);
      if (parsed.values.has('json')) outside.out(JSON.stringify(asJson(a, b, diffs), null, 2));
      else print(a, b, diffs, outside);
      return 0;
    }),
};

interface Answered {
  readonly question: Question;
  readonly diff: KernelDiff;
}

function print(a: string, b: string, diffs: readonly Answered[], outside: Outside): void {
  outside.out(`${a} and ${b}`);
  for (const { release } of [a, b].map(kernelNamed))
    if (release) outside.out(releaseInWords(release));
  for (const { question, diff: found } of diffs) {
    if (found.error) outside.out(`${question}: not compared; expected ${found.error.expected}`);
    else for (const line of diffInWords(found)) outside.out(line);
  }
}

function asJson(a: string, b: string, diffs: readonly Answered[]): object {
  const releases = [a, b].flatMap((name) => kernelNamed(name).release ?? []);
  const said = releases.length > 0 ? { releases } : {};
  return {
    a,
    b,
    ...said,
    questions: diffs.map(({ question, diff: found }) => ({ ...found, question })),
  };
}

function kernelsOf({ words }: Parsed): [string, string] | UsageError {
  for (const word of words) {
    const { error } = kernelNamed(word);
    if (error) return new UsageError(clip(word), KERNEL_WORDS, EXAMPLE, error.nearest);
  }
  const [a, b] = words;
  if (a === undefined || b === undefined || words.length > 2) {
    const got =
      words.length === 0 ? 'no kernel' : `${words.length} kernel${words.length > 1 ? 's' : ''}`;
    return new UsageError(got, 'two kernels', EXAMPLE);
  }
  return [a, b];
}

function questionsOf({ values }: Parsed): Question[] | UsageError {
  const all = Object.keys(QUESTIONS) as Question[];
  const name = values.get('question')?.[0];
  if (name === undefined) return all;
  const question = all.find((one) => one === name);
  return question
    ? [question]
    : new UsageError(
        `--question ${clip(name)}`,
        `one of ${all.join(', ')}`,
        EXAMPLE,
        nearest(name, all),
      );
}
