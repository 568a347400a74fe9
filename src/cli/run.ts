import { nearest } from '../model/index.ts';
import type { Command, Outside } from './command.ts';
import { combine } from './commands/combine.ts';
import { conform } from './commands/conform.ts';
import { decide } from './commands/decide.ts';
import { decode } from './commands/decode.ts';
import { diff } from './commands/diff.ts';
import { exportCommand } from './commands/export.ts';
import { migrate } from './commands/migrate.ts';
import { prove } from './commands/prove.ts';
import { space } from './commands/space.ts';
import { table } from './commands/table.ts';
import { triageCommand } from './commands/triage.ts';
import { verdicts } from './commands/verdicts.ts';
import { clip } from './options.ts';
import { UsageError } from './usage-error.ts';

/** The commands of the terminal. */
export const COMMANDS: readonly Command[] = [
  conform,
  decide,
  combine,
  decode,
  diff,
  verdicts,
  space,
  prove,
  migrate,
  exportCommand,
  table,
  triageCommand,
];

/** Runs a command line and returns its exit code. */
export function run(args: readonly string[], outside: Outside): number {
  const [name = '', ...rest] = args;
  const command = COMMANDS.find((c) => c.name === name);
  if (command) return command.run(rest, outside);
  if (name === '' || name === '--help' || name === '-h') {
    for (const line of overview()) outside.out(line);
    return name === '' ? 2 : 0;
  }
  const names = COMMANDS.map((c) => c.name);
  const near = nearest(name, names);
  const wrong = new UsageError(clip(name), `one of ${names.join(', ')}`, conform.example, near);
  outside.err(wrong.line('stage-two'));
  return 2;
}

function overview(): string[] {
  const width = Math.max(...COMMANDS.map((c) => c.name.length));
  return [
    'stage-two COMMAND: the model of Stage Two in a terminal',
    '',
    ...COMMANDS.flatMap((c) => [
      `  ${c.name.padEnd(width)}  ${c.summary}`,
      `  ${' '.repeat(width)}  ${c.example}`,
    ]),
    '',
    'stage-two COMMAND --help says more.',
  ];
}
