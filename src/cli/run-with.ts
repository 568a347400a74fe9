import type { Command, Outside } from './command.ts';
import { parseOptions, type Option, type Parsed } from './options.ts';
import { UsageError } from './usage-error.ts';

/** What a command line is checked against, and where its errors and examples come from. */
export interface Usage {
  readonly command: Pick<Command, 'name' | 'help' | 'example'>;
  readonly options: readonly Option[];
}

/** Takes the options apart, prints the help, or answers; an error is one line and exit code 2. */
export function runWith(
  { command, options }: Usage,
  args: readonly string[],
  outside: Outside,
  answer: (parsed: Parsed) => number | UsageError,
): number {
  const parsed = parseOptions(args, options, command.example);
  if (!(parsed instanceof UsageError) && parsed.help) {
    for (const line of command.help) outside.out(line);
    return 0;
  }
  const code = parsed instanceof UsageError ? parsed : answer(parsed);
  if (!(code instanceof UsageError)) return code;
  outside.err(code.line(command.name));
  return 2;
}
