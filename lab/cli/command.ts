import { LabFailure, type FailureCode } from './failure.ts';

/** What a command ends with for a failure of each code; 2 for all others. */
type ExitCodes = Readonly<Partial<Record<FailureCode, number>>>;

/** Runs a command of the lab with the words of its line, and says how it failed where it did. */
export async function runCommand(
  main: (args: readonly string[]) => Promise<number>,
  codes: ExitCodes = {},
): Promise<void> {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof LabFailure)) throw error;
    process.stderr.write(`${error.lines().join('\n')}\n`);
    process.exitCode = { interrupted: 130, ...codes }[error.code] ?? 2;
  }
}

/** The options that a command was given, of those that it has; `command` is how it is asked for help. */
export function optionsIn<T extends string>(
  args: readonly string[],
  known: readonly T[],
  command: string,
): ReadonlySet<T> {
  const given = args.map((arg) => {
    const option = known.find((one) => one === arg);
    if (option === undefined)
      throw new LabFailure('usage', arg, known.join(', '), `${command} -- --help`);
    return option;
  });
  return new Set(given);
}
