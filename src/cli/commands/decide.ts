import {
  flipsInWords,
  KERNELS,
  nearestFlips,
  QUESTIONS,
  renderText,
  type Flip,
  type Kernel,
  type Question,
} from '../../model/index.ts';
import type { Command, Outside } from '../command.ts';
import { optionName, optionOf, valueOf } from '../field-option.ts';
import { clip, json, optionLines, type Option, type Parsed } from '../options.ts';
import { runWith } from '../run-with.ts';
import { UsageError } from '../usage-error.ts';
import { VMA_WORDS } from '../vma-option.ts';

const SUBJECTS: Readonly<
  Record<string, { readonly question: Question; readonly example: string }>
> = {
  memslot: {
    question: 'prepareMemoryRegion',
    example: 'decide memslot --kernel v6.17 --fwb 0 --dic 0 --vma pfnmap,attr=MT_NORMAL',
  },
  fault: {
    question: 'handleFault',
    example: 'decide fault --kernel v6.17 --fwb 1 --dic 1 --access read --vma pfnmap',
  },
  capability: {
    question: 'checkExtension',
    example: 'decide capability --kernel v7.3 --fwb 1 --dic 1',
  },
  vma: { question: 'vmaIsCacheable', example: 'decide vma --kernel v7.3 --attr-indx MT_NORMAL_NC' },
  request: {
    question: 'memslotChange',
    example: 'decide request --kernel v7.3 --old-exists 1 --size-zero 1',
  },
};

const RUN = 'npm run -s stage-two --';
const KERNEL: Option = { name: 'kernel', value: KERNELS.join('|'), meaning: 'the kernel (needed)' };

/** `decide SUBJECT --kernel K ...`: what a kernel decides, why, and what would change it. */
export const decide: Command = {
  name: 'decide',
  summary: 'what a kernel decides about a memslot, a fault, the capability, a VMA or a request',
  example: `${RUN} ${SUBJECTS['fault']?.example}`,
  help: [
    `stage-two decide ${Object.keys(SUBJECTS).join('|')} --kernel ${KERNELS.join('|')} ... [--json]`,
    '',
    'Prints the decision, its steps, and the nearest changes that would change it.',
    '',
    ...Object.entries(SUBJECTS).flatMap(([name, { question, example }]) => [
      `${name}:`,
      ...optionLines(optionsOf(question)),
      `  example: ${RUN} ${example}`,
      '',
    ]),
    ...VMA_WORDS,
  ],
  run: (args, outside) => {
    const subject = args[0] ?? '';
    const known = Object.hasOwn(SUBJECTS, subject) ? SUBJECTS[subject] : undefined;
    if (!known) return withoutSubject(args, subject, outside);
    const { question } = known;
    const example = `${RUN} ${known.example}`;
    const command = { name: `decide ${subject}`, help: decide.help, example };
    return runWith(
      { command, options: [...optionsOf(question), json] },
      args,
      outside,
      (parsed) => {
        const input = inputOf(question, parsed, example);
        if (input instanceof UsageError) return input;
        const kernel = parsed.values.get('kernel')?.[0] as Kernel;
        return answer(question, kernel, input, parsed.values.has('json'), outside);
      },
    );
  },
};

function withoutSubject(args: readonly string[], subject: string, outside: Outside): number {
  if (args.includes('--help') || args.includes('-h')) {
    for (const line of decide.help) outside.out(line);
    return 0;
  }
  const got = subject === '' ? 'no subject' : clip(subject);
  const wanted = `one of ${Object.keys(SUBJECTS).join(', ')} first`;
  outside.err(new UsageError(got, wanted, decide.example).line('decide'));
  return 2;
}

function answer(
  question: Question,
  kernel: Kernel,
  input: object,
  asJson: boolean,
  outside: Outside,
): number | UsageError {
  const decision = QUESTIONS[question].ask(kernel, input as never);
  if (decision.error) {
    const { received, expected, example } = decision.error;
    return new UsageError(received, expected, example);
  }
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
  if (!KERNELS.some((name) => name === kernel)) {
    const got = kernel === undefined ? 'no --kernel' : `--kernel ${clip(kernel)}`;
    return new UsageError(got, KERNELS.join('|'), example);
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
