import { REGISTER_NAMES, type RegisterName } from '../../model/index.ts';
import type { Option } from '../form/field.ts';

/** What a number can be: a descriptor, the three registers of a fault, a line of a dump, a register. */
export type Kind = 'leaf' | 'fault' | 'ptdump' | RegisterName;

/** Registers that the kind `fault` has together. */
const TOGETHER: ReadonlySet<string> = new Set(['ESR_EL2', 'HPFAR_EL2', 'FAR_EL2']);

/** The registers that stand alone. */
export const SINGLE: readonly RegisterName[] = REGISTER_NAMES.filter((name) => !TOGETHER.has(name));

/** Every kind with its name in the list. */
export const KIND_OPTIONS: readonly Option[] = [
  ['leaf', 'Descriptor of a page table'],
  ['fault', 'ESR_EL2, HPFAR_EL2 and FAR_EL2'],
  ...SINGLE.map((name): Option => [name, name]),
  ['ptdump', 'Line of a page-table dump'],
];

/**
 * A value of each kind that shows something: what KVM writes with FWB, what Linux writes into
 * MAIR_EL1 (ARCH734), what CPUs and hypervisors printed (lab, QEMU-CPU, logs of Xen).
 */
const EXAMPLES: Readonly<Partial<Record<Kind, string>>> = {
  leaf: '0x600000800007db',
  fault: '0x93800047',
  MAIR_EL1: '0x40044ffff',
  CTR_EL0: '0xb444c004',
  ID_AA64MMFR2_EL1: '0x220011102101011',
  HCR_EL2: '0x807c663f',
  VTCR_EL2: '0x80043594',
  CLIDR_EL1: '0x82000023',
  ESR_EL1: '0x96000021',
};

/** The value with which a kind begins. */
export const exampleOf = (kind: Kind): string => EXAMPLES[kind] ?? '0x0';

/** The kind that a word of the list, or a name of a register in any spelling, means. */
export function isKind(text: string): text is Kind {
  return KIND_OPTIONS.some(([value]) => value === text);
}
