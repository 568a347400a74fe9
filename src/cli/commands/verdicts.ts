import {
  POLICIES,
  policyNamed,
  PROPERTIES,
  verdicts as judge,
  type VerdictRow,
} from '../../model/index.ts';
import { printColumns } from '../columns.ts';
import type { Command, Outside } from '../command.ts';
import { clip, json, optionLines, type Option } from '../options.ts';
import { runWith } from '../run-with.ts';
import { UsageError } from '../usage-error.ts';

const EXAMPLE = 'npm run -s stage-two -- verdicts --policy fallback-to-device';
const NAMES = POLICIES.map(({ name }) => name);

const OPTIONS: readonly Option[] = [
  { name: 'policy', value: NAMES.join('|'), meaning: 'only the rows of this policy' },
  json,
];

/** `verdicts`: every policy on every host, VMA and guest stage 1, each property searched. */
export const verdicts: Command = {
  name: 'verdicts',
  summary: 'every policy on trial: which leaks, and in how many steps',
  example: EXAMPLE,
  help: [
    'stage-two verdicts [--policy NAME] [--json]',
    '',
    'One row for policy, FWB, DIC, VMA and guest stage 1. A dash: the question does not arise.',
    ...optionLines(OPTIONS),
    '',
    `Example: ${EXAMPLE}`,
  ],
  run: (args, outside) =>
    runWith({ command: verdicts, options: OPTIONS }, args, outside, ({ words, values }) => {
      const [word] = words;
      if (word !== undefined) return new UsageError(clip(word), 'options only', EXAMPLE);
      const name = values.get('policy')?.[0];
      const named = name === undefined ? null : policyNamed(name);
      if (named !== null && 'code' in named)
        return new UsageError(
          `--policy ${clip(name ?? '')}`,
          `${NAMES.join('|')} (${named.remedy})`,
          EXAMPLE,
        );
      const judged = judge(named === null ? POLICIES : [named]);
      if (values.has('json')) outside.out(JSON.stringify(judged.rows, null, 2));
      else print(judged.rows, outside);
      return 0;
    }),
};

const INPUTS = ['policy', 'fwb', 'dic', 'vma', 'guestS1'];
const HEAD = [...INPUTS, 'slot', 'fault', ...PROPERTIES, 'states', 'steps'];

function print(rows: readonly VerdictRow[], outside: Outside): void {
  printColumns([HEAD, ...rows.map(cells)], outside);
}

function cells(row: VerdictRow): string[] {
  const bit = (on: boolean): string => (on ? '1' : '0');
  const properties = PROPERTIES.map((name) => answerOf(row[name]));
  const start = [row.policy, bit(row.fwb), bit(row.dic), row.vma, row.guestS1, row.slot];
  const steps = row.counterexample === null ? '-' : String(row.counterexample.length);
  return [...start, row.fault ?? '-', ...properties, String(row.states), steps];
}

function answerOf(holds: boolean | null): string {
  if (holds === null) return '-';
  return holds ? 'yes' : 'no';
}
