import {
  KERNELS,
  POLICIES,
  renderText,
  survivesMigration,
  VMA_KINDS,
  type MigrationHost,
  type VmaKind,
} from '../../model/index.ts';
import type { Command } from '../command.ts';
import { clip, json, optionLines, type Option, type Parsed } from '../options.ts';
import { runWith } from '../run-with.ts';
import { UsageError } from '../usage-error.ts';

const EXAMPLE = 'npm run -s stage-two -- migrate --to-fwb 0 --to-dic 0 --asks 1';
const BIT = ['0', '1'] as const;
const DOES: readonly string[] = [...KERNELS, ...POLICIES.map(({ name }) => name)];
const NEWEST = KERNELS.at(-1) ?? '';

/** Options of one end. */
const endOptions = (end: 'from' | 'to', name: string): readonly Option[] => [
  { name: `${end}-fwb`, value: BIT.join('|'), meaning: `${name} has FWB; default 1` },
  { name: `${end}-dic`, value: BIT.join('|'), meaning: `${name} has DIC; default 1` },
  {
    name: `${end}-does`,
    value: DOES.join('|'),
    meaning: `what ${name} does, as a kernel or by a policy; default ${NEWEST}`,
  },
];

const OPTIONS: readonly Option[] = [
  ...endOptions('from', 'the source'),
  ...endOptions('to', 'the destination'),
  { name: 'vma', value: VMA_KINDS.join('|'), meaning: "the owner's mapping; default cacheable" },
  { name: 'asks', value: BIT.join('|'), meaning: 'the VMM compares 243 first; default 0' },
  json,
];

/** `migrate`: whether a VM that moves can run at every moment on one of two hosts. */
export const migrate: Command = {
  name: 'migrate',
  summary: 'whether a VM may move between two hosts, moment by moment',
  example: EXAMPLE,
  help: [
    'stage-two migrate [--from-fwb 0|1] [--from-dic 0|1] [--from-does NAME] [--to-... ] [--vma KIND]',
    '                  [--asks 0|1] [--json]',
    '',
    ...optionLines(OPTIONS),
    '',
    `Example: ${EXAMPLE}`,
  ],
  run: (args, outside) =>
    runWith({ command: migrate, options: OPTIONS }, args, outside, (parsed) => {
      const [word] = parsed.words;
      if (word !== undefined) return new UsageError(clip(word), 'options only', EXAMPLE);
      const read = readerOf(parsed);
      const ends = (['from', 'to'] as const).map((end) => ({
        fwb: read(`${end}-fwb`, BIT, '1'),
        dic: read(`${end}-dic`, BIT, '1'),
        does: read(`${end}-does`, DOES, NEWEST),
      }));
      const [vma, asks] = [read('vma', VMA_KINDS, 'cacheable'), read('asks', BIT, '0')];
      const wrong = [...ends.flatMap((end) => Object.values(end)), vma, asks].find(isWrong);
      if (wrong) return wrong;
      const [source, destination] = ends.map((end) => hostOf(end as Record<Key, string>));
      const answer = survivesMigration({
        source: source as MigrationHost,
        destination: destination as MigrationHost,
        vma: vma as VmaKind,
        asksCapability: asks === '1',
      });
      outside.out(parsed.values.has('json') ? JSON.stringify(answer, null, 2) : renderText(answer));
      return 0;
    }),
};

type Key = 'fwb' | 'dic' | 'does';

const isWrong = (one: unknown): one is UsageError => one instanceof UsageError;

const readerOf =
  ({ values }: Parsed) =>
  (name: string, all: readonly string[], usual: string): string | UsageError => {
    const given = values.get(name)?.[0] ?? usual;
    return all.includes(given)
      ? given
      : new UsageError(`--${name} ${clip(given)}`, all.join('|'), EXAMPLE);
  };

/** A kernel answers 243 itself; a policy stands for what the newest kernel would map. */
function hostOf({ fwb, dic, does }: Record<Key, string>): MigrationHost {
  const host = { fwb: fwb === '1', dic: dic === '1' };
  const kernel = KERNELS.find((one) => one === does);
  return kernel ? { ...host, kernel } : { ...host, policy: does };
}
