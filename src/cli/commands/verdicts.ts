import {
  explore,
  GUEST_S1S,
  nearest,
  POLICIES,
  policyNamed,
  PROPERTIES,
  verdicts as judge,
  VMA_KINDS,
  type Property,
  type VerdictRow,
} from '../../model/index.ts';
import { printColumns } from '../columns.ts';
import type { Command } from '../command.ts';
import { clip, json, optionLines, type Option, type Parsed } from '../options.ts';
import { runWith } from '../run-with.ts';
import { UsageError } from '../usage-error.ts';

const EXAMPLE = 'npm run -s stage-two -- verdicts --policy fallback-to-device';
const NAMES = POLICIES.map(({ name }) => name);

const OPTIONS: readonly Option[] = [
  { name: 'policy', value: NAMES.join('|'), meaning: 'only the rows of this policy' },
  { name: 'vma', value: VMA_KINDS.join('|'), meaning: "only those of this mapping of the owner's" },
  { name: 'guest', value: GUEST_S1S.join('|'), meaning: 'only those of this guest stage 1' },
  { name: 'property', value: PROPERTIES.join('|'), meaning: 'only what is said of this property' },
  json,
];

/** `verdicts`: every policy on every host, VMA and guest stage 1, each property searched. */
export const verdicts: Command = {
  name: 'verdicts',
  summary: 'every policy on trial: which leaks, and in how many steps',
  example: EXAMPLE,
  help: [
    'stage-two verdicts [--policy NAME] [--vma KIND] [--guest KIND] [--property NAME] [--json]',
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
      const given = values.get('policy')?.[0];
      const named = given === undefined ? null : policyNamed(given);
      if (named !== null && 'code' in named)
        return new UsageError(
          `--policy ${clip(given ?? '')}`,
          `${NAMES.join('|')} (${named.remedy})`,
          EXAMPLE,
        );
      const vma = oneOf(values, 'vma', VMA_KINDS);
      const guest = oneOf(values, 'guest', GUEST_S1S);
      const property = oneOf(values, 'property', PROPERTIES);
      for (const one of [vma, guest, property]) if (one instanceof UsageError) return one;
      const rows = judge(named === null ? POLICIES : [named])
        .rows.filter((row) => vma === null || row.vma === vma)
        .filter((row) => guest === null || row.guestS1 === guest);
      const asked = PROPERTIES.filter((name) => property === null || name === property);
      const shown = asked.length === 1 ? rows.map((row) => only(row, asked[0] as Property)) : rows;
      if (values.has('json')) outside.out(JSON.stringify(shown, null, 2));
      else
        printColumns(
          [
            [...INPUTS, 'slot', 'fault', ...asked, 'states', 'steps'],
            ...shown.map((row) => cells(row, asked)),
          ],
          outside,
        );
      return 0;
    }),
};

/** The value of an option, out of a list; null where it is not given. */
function oneOf<T extends string>(
  values: Parsed['values'],
  name: string,
  all: readonly T[],
): T | null | UsageError {
  const given = values.get(name)?.[0];
  if (given === undefined) return null;
  const found = all.find((one) => one === given);
  return (
    found ?? new UsageError(`--${name} ${clip(given)}`, all.join('|'), EXAMPLE, nearest(given, all))
  );
}

/** A row that says nothing of other properties, with the shortest way to break this one. */
function only(row: VerdictRow, property: Property): Shown {
  const { policy, fwb, dic, vma, guestS1, slot, fault, states, transitions } = row;
  const { holds, trace } = explore({ policy, host: { fwb, dic }, vma, guestS1, property });
  const counterexample = trace?.map(({ label }) => label) ?? null;
  const inputs = { policy, fwb, dic, vma, guestS1, slot, fault };
  return { ...inputs, [property]: holds, states, transitions, counterexample };
}

type Shown = Omit<VerdictRow, Property | 'counterexampleOf'> & Partial<Pick<VerdictRow, Property>>;

const INPUTS = ['policy', 'fwb', 'dic', 'vma', 'guestS1'];

function cells(row: Shown, asked: readonly Property[]): string[] {
  const bit = (on: boolean): string => (on ? '1' : '0');
  const properties = asked.map((name) => answerOf(row[name] ?? null));
  const start = [row.policy, bit(row.fwb), bit(row.dic), row.vma, row.guestS1, row.slot];
  const steps = row.counterexample === null ? '-' : String(row.counterexample.length);
  return [...start, row.fault ?? '-', ...properties, String(row.states), steps];
}

function answerOf(holds: boolean | null): string {
  if (holds === null) return '-';
  return holds ? 'yes' : 'no';
}
