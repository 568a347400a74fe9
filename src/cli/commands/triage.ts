import { isBad, KEYS, readChoice, reportLines, triage } from '../../triage/index.ts';
import type { Command, Outside } from '../command.ts';
import { clip, json, optionLines, type Option, type Parsed } from '../options.ts';
import { runWith } from '../run-with.ts';
import { UsageError } from '../usage-error.ts';

const EXAMPLE = 'npm run -s stage-two -- triage --ask call=KVM_RUN --ask errno=EFAULT';
const OPTIONS: readonly Option[] = [
  { name: 'ask', value: 'KEY=VALUE', meaning: 'what the text does not say', repeats: true },
  { name: 'kernel', value: 'V', meaning: 'the same as --ask kernel=V' },
  json,
];

/** `triage [FILE|-]`: what a log, a trace or a number can mean, and what to do next. */
export const triageCommand: Command = {
  name: 'triage',
  summary: 'what an error, a log or a number can mean, and what to do next',
  example: EXAMPLE,
  help: [
    'stage-two triage [FILE|-] [--ask KEY=VALUE]... [--kernel V] [--json]',
    '',
    ...optionLines(OPTIONS),
    '',
    'Reads a text from a file or from standard input: dmesg, strace, messages of a VMM, smaps,',
    'lspci, registers, several at once. Where text and choice disagree, the choice counts.',
    'Exit code 0: something was understood or asked. 1: nothing was. 2: a wrong command line.',
    '',
    'Keys:',
    ...KEYS.map(
      ({ name, meaning, example }) => `  ${name.padEnd(18)}  ${meaning}, such as ${example}`,
    ),
    '',
    `Example: ${EXAMPLE}`,
  ],
  run: (args, outside) =>
    runWith({ command: triageCommand, options: OPTIONS }, args, outside, (parsed) =>
      answer(parsed, outside),
    ),
};

function answer(parsed: Parsed, outside: Outside): number | UsageError {
  const [path, extra] = parsed.words;
  if (extra !== undefined) return new UsageError(clip(extra), 'one file, or -', EXAMPLE);
  const choices = choicesOf(parsed);
  if (choices instanceof UsageError) return choices;
  const asked = Object.keys(choices).length > 0;
  const text = textOf(path, asked, outside);
  if (text instanceof UsageError) return text;
  const found = triage(text, choices);
  const lines = parsed.values.has('json') ? [JSON.stringify(found, null, 2)] : reportLines(found);
  for (const line of lines) outside.out(line);
  const { understood, reasons } = found;
  return understood.length > 0 || reasons.length > 0 || asked ? 0 : 1;
}

function choicesOf({ values }: Parsed): Record<string, string> | UsageError {
  const kernel = (values.get('kernel') ?? []).map((name) => `kernel=${name}`);
  const choices: Record<string, string> = {};
  for (const given of [...(values.get('ask') ?? []), ...kernel]) {
    const at = given.indexOf('=');
    if (at < 1) return new UsageError(`--ask ${clip(given)}`, 'KEY=VALUE', EXAMPLE);
    const choice = readChoice(given.slice(0, at), given.slice(at + 1));
    if (isBad(choice)) {
      const { expected, example, nearest } = choice;
      return new UsageError(`--ask ${clip(given)}`, expected, `--ask ${example}`, nearest);
    }
    const before = choices[choice.key];
    if (before !== undefined && before !== choice.value)
      return new UsageError(`${choice.key} twice`, 'one value for a key', EXAMPLE);
    choices[choice.key] = choice.value;
  }
  return choices;
}

/** Without a file it is standard input; a person at a terminal who chose something is not waited for. */
function textOf(path: string | undefined, asked: boolean, outside: Outside): string | UsageError {
  try {
    if (path === undefined) return outside.readInput(!asked);
    return path === '-' ? outside.readInput(true) : outside.readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no text';
    return new UsageError(
      `${clip(path ?? '-')} (${code})`,
      'a file that can be read, or -',
      EXAMPLE,
    );
  }
}
