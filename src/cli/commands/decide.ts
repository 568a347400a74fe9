import {
  flipsInWords,
  kernelNamed,
  KERNELS,
  nearest,
  nearestFlips,
  QUESTIONS,
  renderText,
  type Flip,
  type Question,
} from '../../model/index.ts';
import type { Command, Outside } from '../command.ts';
import { optionName, optionOf, valueOf } from '../field-option.ts';
import { clip, json, optionLines, type Option, type Parsed } from '../options.ts';
import { runWith } from '../run-with.ts';
import { UsageError } from '../usage-error.ts';
import { VMA_WORDS } from '../vma-option.ts';
import { KERNEL_WORDS } from './kernel-words.ts';
import { SUBJECTS, type Subject } from './subjects.ts';

const RUN = 'npm run -s stage-two --';
const KERNEL_VALUE = `${KERNELS.join('|')}|RELEASE`;
const KERNEL: Option = {
  name: 'kernel',
  value: KERNEL_VALUE,
  meaning: 'the kernel, or a release such as 6.12 or 7.2.2-1-arch (needed)',
};

/** `decide SUBJECT --kernel K ...`: what a kernel decides, why, and what would change it. */
export const decide: Command = {
  name: 'decide',
  summary: 'what a kernel decides about a memslot, a fault, a leaf and more, and why',
  example: `${RUN} ${SUBJECTS['fault']?.example}`,
  help: [
    `stage-two decide SUBJECT --kernel ${KERNEL_VALUE} ... [--json]`,
    '',
    'Prints the decision, its steps, and the nearest changes that would change it. Subjects:',
    ...subjectLines(),
    '',
    'stage-two decide SUBJECT --help lists the options of one subject.',
    `Example: ${RUN} ${SUBJECTS['fault']?.example}`,
  ],
  run: (args, outside) => {
    const name = args[0] ?? '';
    const subject = Object.hasOwn(SUBJECTS, name) ? SUBJECTS[name] : undefined;
    if (!subject) return withoutSubject(args, name, outside);
    const { question } = subject;
    const example = `${RUN} ${subject.example}`;
    const command = { name: `decide ${name}`, help: helpOf(name, subject), example };
    return runWith(
      { command, options: [...optionsOf(question), json] },
      args,
      outside,
      (parsed) => {
        const input = inputOf(question, parsed, example);
        if (input instanceof UsageError) return input;
        const kernel = parsed.values.get('kernel')?.[0] ?? '';
        return answer(question, kernel, input, parsed.values.has('json'), outside);
      },
    );
  },
};

function subjectLines(): string[] {
  const width = Math.max(...Object.keys(SUBJECTS).map((name) => name.length));
  return Object.entries(SUBJECTS).map(([name, { about }]) => `  ${name.padEnd(width)}  ${about}`);
}

function helpOf(name: string, { question, about, example }: Subject): string[] {
  const options = optionsOf(question);
  const vma = options.some((option) => option.name === 'vma') ? ['', ...VMA_WORDS] : [];
  return [
    `stage-two decide ${name} --kernel ${KERNEL_VALUE} ... [--json]: ${about}`,
    '',
    ...optionLines([...options, json]),
    ...vma,
    '',
    `Example: ${RUN} ${example}`,
  ];
}

function withoutSubject(args: readonly string[], subject: string, outside: Outside): number {
  if (args.includes('--help') || args.includes('-h')) {
    for (const line of decide.help) outside.out(line);
    return 0;
  }
  const got = subject === '' ? 'no subject' : clip(subject);
  const wanted = `one of ${Object.keys(SUBJECTS).join(', ')} first`;
  const near = nearest(subject, Object.keys(SUBJECTS));
  outside.err(new UsageError(got, wanted, decide.example, near).line('decide'));
  return 2;
}

function answer(
  question: Question,
  kernel: string,
  input: object,
  asJson: boolean,
  outside: Outside,
): number | UsageError {
  const decision = QUESTIONS[question].ask(kernel, input as never);
  if (decision.error) return UsageError.of(decision.error);
  const flips = nearestFlips(question, kernel, input);
  if (asJson) {
    outside.out(JSON.stringify({ ...decision, nearestFlips: flips.map(brief) }, null, 2));
    return 0;
  }
  outside.out(renderText(decision));
  const none = 'no change of up to three inputs changes the answer';
  outside.out(flips.length > 0 ? 'nearest changes of the answer:' : none);
  for (const line of flipsInWords(flips)) outside.out(`  ${line}`);
  return 0;
}

function brief({ changes, decision }: Flip): object {
  const { verdict, ret, errno } = decision;
  return { changes, verdict, ret, errno };
}

function inputOf(
  question: Question,
  parsed: Parsed,
  example: string,
): Record<string, unknown> | UsageError {
  if (parsed.words.length > 1)
    return new UsageError(clip(parsed.words[1] ?? ''), 'options after the subject', example);
  const kernel = parsed.values.get('kernel')?.[0];
  if (kernel === undefined) return new UsageError('no --kernel', KERNEL_VALUE, example);
  const { error } = kernelNamed(kernel);
  if (error) {
    const got = `--kernel ${clip(kernel)}`;
    return new UsageError(got, KERNEL_WORDS, example, error.nearest);
  }
  const input: Record<string, unknown> = {};
  for (const field of QUESTIONS[question].fields) {
    const given = parsed.values.get(optionName(field));
    if (given === undefined && field.accepts.kind !== 'list') {
      if (field.absent !== 'required') continue;
      return new UsageError(`no --${optionName(field)}`, optionOf(field).value ?? '', example);
    }
    const value = valueOf(field, given ?? []);
    if (value instanceof UsageError) return value;
    input[field.name] = value;
  }
  return input;
}

function optionsOf(question: Question): Option[] {
  return [KERNEL, ...QUESTIONS[question].fields.map(optionOf)];
}
