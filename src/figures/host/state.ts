import { kernelMeant } from '../../model/index.ts';
import type { Field, Option, Values } from '../form/field.ts';
import { NO_YES } from '../form/field.ts';
import type { Bit, ListedCpu } from '../tables/listed-cpu.ts';
import { cpuNamed } from './cpu.ts';

/** One of the two hosts. */
export type Side = 'a' | 'b';
export const SIDES: readonly Side[] = ['a', 'b'];

/** The bits that an answer hangs on. */
export const BITS = ['fwb', 'dic', 'idc'] as const;
export type BitName = (typeof BITS)[number];

const BIT_OPTIONS: readonly Option[] = [
  ['unknown', 'not known'],
  ['0', '0'],
  ['1', '1'],
];
const LONGEST_NAME = 80;

/** A release as `uname -r` prints it; empty where it is not known. */
const release = (text: string) =>
  text === '' || (text.length <= LONGEST_NAME && kernelMeant(text).rules !== null)
    ? { value: text }
    : null;

const fieldsOf = (side: Side, cpus: readonly ListedCpu[]): Field[] => [
  {
    key: `${side}-cpu`,
    label: 'CPU',
    shape: 'select',
    options: [['', 'not in this list'], ...cpus.map(({ cpu }): Option => [cpu, cpu])],
    read: (text) => {
      const found = cpuNamed(cpus, text.slice(0, LONGEST_NAME));
      return found ? { value: found.cpu } : null;
    },
    expected: 'the name of a CPU of the list',
  },
  {
    key: `${side}-kernel`,
    label: 'Kernel',
    shape: 'select',
    options: [],
    read: release,
    expected: 'a release as uname -r prints it, such as 6.17.4',
  },
  ...BITS.map((bit): Field => ({
    key: `${side}-${bit}`,
    label: bit.toUpperCase(),
    shape: 'select',
    options: BIT_OPTIONS,
  })),
];

/** Every field of the state, in the order of an address. */
export const fieldsFor = (cpus: readonly ListedCpu[]): readonly Field[] => [
  ...fieldsOf('a', cpus),
  { key: 'two', label: 'Two hosts: may the VM move?', shape: 'check', options: NO_YES },
  ...fieldsOf('b', cpus),
];

/** As the page comes: one host with a CPU that has FWB, and of whose DIC nobody can be sure. */
export const PRESET: Values = {
  'a-cpu': '',
  'a-kernel': '7.3.4',
  'a-fwb': '1',
  'a-dic': 'unknown',
  'a-idc': '1',
  two: '0',
  'b-cpu': '',
  'b-kernel': '6.12.95',
  'b-fwb': '0',
  'b-dic': '0',
  'b-idc': 'unknown',
};

/** A bit with where it is from. */
export interface Told {
  readonly bit: Bit;
  readonly by: 'set' | 'list' | 'nobody';
}

/** What is known of a host. */
export interface HostFacts {
  readonly cpu: ListedCpu | null;
  readonly kernel: string;
  readonly told: Readonly<Record<BitName, Told>>;
  /** Bits that were set otherwise than the list of CPUs has them. */
  readonly against: readonly BitName[];
}

/** What was set counts; else the list of CPUs; else nobody knows, and both have to be looked at. */
export function factsOf(state: Values, side: Side, cpus: readonly ListedCpu[]): HostFacts {
  const name = state[`${side}-cpu`] ?? '';
  const cpu = cpus.find((one) => one.cpu === name) ?? null;
  const told = (bit: BitName): Told => {
    const set = state[`${side}-${bit}`];
    const listed = cpu?.[bit] ?? null;
    if (set === '0' || set === '1')
      return { bit: set === '1' ? 1 : 0, by: String(listed) === set ? 'list' : 'set' };
    return { bit: listed, by: listed === null ? 'nobody' : 'list' };
  };
  const against = BITS.filter((bit) => {
    const set = state[`${side}-${bit}`];
    const listed = cpu?.[bit] ?? null;
    return (set === '0' || set === '1') && listed !== null && String(listed) !== set;
  });
  return {
    cpu,
    kernel: state[`${side}-kernel`] ?? '',
    told: { fwb: told('fwb'), dic: told('dic'), idc: told('idc') },
    against,
  };
}

/**
 * A CPU of the list is chosen: its bits are set. Those that the reader set by hand, `byHand`, are kept,
 * and the note names them where the list has them otherwise.
 */
export function withCpu(
  state: Values,
  side: Side,
  cpus: readonly ListedCpu[],
  byHand: ReadonlySet<string>,
): { readonly state: Values; readonly note: string } {
  const cpu = cpus.find((one) => one.cpu === state[`${side}-cpu`]);
  if (cpu === undefined) return { state, note: '' };
  const next = { ...state };
  const [taken, kept]: [string[], string[]] = [[], []];
  for (const bit of BITS) {
    const key = `${side}-${bit}`;
    const listed = cpu[bit] ?? null;
    const name = bit.toUpperCase();
    const own = state[key];
    if (byHand.has(key) && own !== 'unknown') {
      if (listed !== null && own !== String(listed)) kept.push(`${name} ${own}`);
    } else {
      next[key] = listed === null ? 'unknown' : String(listed);
      taken.push(listed === null ? `${name} not known` : `${name} ${listed}`);
    }
  }
  const note = [
    taken.length > 0 && `By the list of CPUs: ${taken.join(', ')}.`,
    kept.length > 0 && `Kept as you set it, and otherwise in the list: ${kept.join(', ')}.`,
  ];
  return { state: next, note: note.filter((part) => part !== false).join(' ') };
}
