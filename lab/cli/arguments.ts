import { tokensOf } from '../../src/cli/tokens.ts';
import { CPUS, WAYS, type Way } from '../plan/cpus.ts';
import { KERNELS } from '../plan/kernels.ts';
import { LabFailure } from './failure.ts';

/** What a command line asks for. Empty lists mean: what the run takes of itself. */
export interface Order {
  readonly help: boolean;
  readonly quick: boolean;
  /** Names of KERNELS. */
  readonly kernels: readonly string[];
  /** Names of CPUS. */
  readonly cpus: readonly string[];
  readonly ways: readonly Way[];
  readonly keep: boolean;
  readonly offline: boolean;
  /** Hold the run against the recorded observations. */
  readonly check: boolean;
  /** Write the run into the recorded observations. */
  readonly record: boolean;
  /** Build the standalone probe, and boot nothing. */
  readonly probe: boolean;
  /** Ask about the memory of Debian's own graphics driver, and not about VMAs of the lab's module. */
  readonly driver: boolean;
}

/** The options, their values and what they mean; the help is made of it. */
export const OPTIONS = {
  quick: { value: null, meaning: 'the newest kernel on the three CPU models that decide' },
  kernel: { value: 'NAME', meaning: `one of ${names(KERNELS)}; may be given more than once` },
  cpu: { value: 'NAME', meaning: 'a CPU model of QEMU; may be given more than once' },
  mode: { value: 'NAME', meaning: `one of ${WAYS.join(', ')}; may be given more than once` },
  keep: { value: null, meaning: 'keep the folder of the boots: logs, module, initramfs' },
  offline: { value: null, meaning: 'use only what was downloaded before' },
  check: { value: null, meaning: 'compare with the recorded observations; a difference exits 1' },
  record: { value: null, meaning: 'write the observations into content/data/observations' },
  driver: {
    value: null,
    meaning: "memory of Debian's radeon driver, on QEMU's card, and no other",
  },
  probe: { value: null, meaning: 'only build the standalone probe for machines of your own' },
  help: { value: null, meaning: 'this text' },
} as const;

const EXAMPLE = 'npm run lab -- --quick --check';

/** Reads a command line; throws a LabFailure where it cannot be understood. */
export function readArguments(args: readonly string[]): Order {
  const options = Object.entries(OPTIONS).map(([name, { value }]) => ({ name, value }));
  const given = new Map<string, string[]>();
  for (const { word, name, value } of tokensOf(args, options)) {
    if (word === '--') continue;
    if (name === null && !word.startsWith('-')) throw usage(JSON.stringify(word), 'options only');
    const option = options.find((one) => one.name === name);
    if (!option) throw usage(word.replace(/=.*/s, ''), `one of ${optionNames()}`);
    if (option.value === null && value !== undefined)
      throw usage(word, `--${option.name} without a value`);
    if (option.value !== null && (value === undefined || value.startsWith('--')))
      throw usage(`--${option.name} without a value`, `--${option.name} ${option.value}`);
    given.set(option.name, [...(given.get(option.name) ?? []), value ?? '']);
  }
  if (given.has('check') && given.has('record'))
    throw usage('--check and --record', 'one of the two');
  const named = (option: string, known: readonly string[]) =>
    (given.get(option) ?? []).map(
      (word) => known.find((name) => isNamed(word, name)) ?? reject(option, word, known),
    );
  return {
    help: given.has('help'),
    quick: given.has('quick'),
    kernels: named(
      'kernel',
      KERNELS.map(({ name }) => name),
    ),
    cpus: named(
      'cpu',
      CPUS.map(({ name }) => name),
    ),
    ways: named('mode', WAYS) as Way[],
    keep: given.has('keep'),
    offline: given.has('offline'),
    check: given.has('check'),
    record: given.has('record'),
    probe: given.has('probe'),
    driver: given.has('driver'),
  };
}

/** A full version names its series: 7.3.4 is of 7.3. */
function isNamed(word: string, name: string): boolean {
  return word === name || (/^\d/.test(name) && word.startsWith(`${name}.`));
}

function reject(option: string, word: string, known: readonly string[]): never {
  throw usage(
    `--${option} ${JSON.stringify(word)}`,
    `one of ${known.join(', ')}`,
    `npm run lab -- --${option} ${known[0]}`,
  );
}

function usage(received: string, expected: string, example = EXAMPLE): LabFailure {
  return new LabFailure('usage', received, expected, `write it so: ${example}`);
}

function names(list: readonly { readonly name: string }[]): string {
  return list.map(({ name }) => name).join(', ');
}

function optionNames(): string {
  return Object.keys(OPTIONS)
    .map((name) => `--${name}`)
    .join(', ');
}
