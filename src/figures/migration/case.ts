import { KERNELS, POLICIES, VMA_KINDS } from '../../model/index.ts';
import type { Kernel, MigrationHost, MigrationInput, VmaKind } from '../../model/index.ts';
import { NO_YES } from '../form/field.ts';
import type { Field, Option, Values } from '../form/field.ts';

/** NAME of `<stage-NAME>` and of the parameter of the address. */
export const NAME = 'migration';

const POLICY_OPTIONS: readonly Option[] = [
  ...KERNELS.map((kernel) => [kernel, `Linux ${kernel}`] as const),
  ...POLICIES.map(({ name }) => [name, name] as const),
];

/** The choices for one end: key `from` or `to`. */
const endFields = (key: string): readonly Field[] => [
  { key: `${key}-fwb`, label: 'FWB', shape: 'check', options: NO_YES },
  { key: `${key}-dic`, label: 'DIC', shape: 'check', options: NO_YES },
  { key: `${key}-does`, label: 'does as', shape: 'select', options: POLICY_OPTIONS },
];

export const SOURCE = endFields('from');
export const DESTINATION = endFields('to');

/** What concerns the way from one to the other. */
export const WAY: readonly Field[] = [
  {
    key: 'vma',
    label: 'VMA of the owner',
    shape: 'select',
    options: VMA_KINDS.map((kind) => [kind, kind]),
  },
  { key: 'asks', label: 'the VMM asks for capability 243 first', shape: 'check', options: NO_YES },
];

export const FIELDS: readonly Field[] = [...SOURCE, ...DESTINATION, ...WAY];

const LAST = KERNELS.at(-1) ?? '';

/** From a host with FWB and DIC to one without, both with the last kernel. */
const AWAY: Values = {
  'from-fwb': '1',
  'from-dic': '1',
  'from-does': LAST,
  'to-fwb': '0',
  'to-dic': '0',
  'to-does': LAST,
  vma: 'cacheable',
  asks: '0',
};

/** A migration that was argued about. */
export interface Argument {
  readonly name: string;
  /** Who put it, and where. */
  readonly by: string;
  readonly source: readonly string[];
  readonly values: Values;
}

/** The case that was put, and the answer to it: they differ in the destination's policy alone. */
export const ARGUMENTS: readonly Argument[] = [
  {
    name: 'Error at the fault only',
    by: "version 3 of the series, Zyngier's case",
    source: ['V3-1', 'V3-MAZ6'],
    values: { ...AWAY, 'to-does': 'error-at-fault-only' },
  },
  {
    name: 'Error at the memslot too',
    by: "what landed, Gunthorpe's answer",
    source: ['V3-JGG9', 'SEED'],
    values: { ...AWAY, 'to-does': 'error-on-creation' },
  },
];

/** The reader's own migration as the page comes: the VMM asks before it begins. */
export const PRESET: Values = { ...AWAY, asks: '1' };

function hostOf(values: Values, key: string): MigrationHost {
  const does = values[`${key}-does`] ?? LAST;
  const host = { fwb: values[`${key}-fwb`] === '1', dic: values[`${key}-dic`] === '1' };
  const kernel = KERNELS.find((one) => one === does);
  return kernel ? { ...host, kernel } : { ...host, kernel: LAST as Kernel, policy: does };
}

/** A migration as the model takes it. */
export const inputOf = (values: Values): MigrationInput => ({
  source: hostOf(values, 'from'),
  destination: hostOf(values, 'to'),
  vma: values['vma'] as VmaKind,
  asksCapability: values['asks'] === '1',
});

/** One end in words: `FWB and DIC, Linux v7.3`. */
export function endInWords(values: Values, key: 'from' | 'to'): string {
  const has = ['fwb', 'dic'].filter((name) => values[`${key}-${name}`] === '1');
  const host =
    has.length > 0 ? has.map((name) => name.toUpperCase()).join(' and ') : 'no FWB, no DIC';
  const does = POLICY_OPTIONS.find(([value]) => value === values[`${key}-does`])?.[1] ?? '';
  return `${host}; ${does}`;
}
