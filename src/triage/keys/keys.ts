import { kernelNamed, parseHex } from '../../model/index.ts';
import { CALLS } from './call.ts';
import { capabilityNamed } from './capability.ts';
import { errnoNamed, ERRNO_NAMES } from './errno.ts';
import { exitNamed, EXIT_NAMES } from './exit.ts';
import { readVmaFlags, SLOT_FLAGS, slotFlagsOf } from './flags.ts';
import { countOf, hex } from './number.ts';

/** What one fact is about: its name, what it takes, and how a person's choice is read. */
export interface Key {
  readonly name: string;
  readonly meaning: string;
  /** What the value looks like, for help texts. */
  readonly takes: string;
  readonly example: string;
  /** It takes several names, with blanks between them. */
  readonly many?: boolean;
  /** The value as facts have it; null for one that the key does not take. */
  readonly read: (text: string) => string | null;
}

const LONGEST_NAME = 100;

const FLAG = { takes: '0|1', example: '1', read: flag };
const HEX = { takes: 'HEX', example: '0x92000047', read: word };
const COUNT = { takes: 'NUMBER', example: '0x10000000', read: count };
const NAME = { takes: 'NAME', example: 'vfio-pci', read: name };

function key(keyName: string, meaning: string, kind: Omit<Key, 'name' | 'meaning'>): Key {
  return { name: keyName, meaning, ...kind };
}

/** The keys of facts, in the order in which an answer lists what was asked. */
export const KEYS: readonly Key[] = [
  key('call', 'the call that failed, or none', {
    takes: CALLS.join('|'),
    example: 'KVM_RUN',
    read: (text) => CALLS.find((call) => call.toLowerCase() === text.trim().toLowerCase()) ?? null,
  }),
  key('errno', 'its error', { takes: ERRNO_NAMES.join('|'), example: 'EFAULT', read: errnoNamed }),
  key('exit', 'the exit that KVM_RUN reported', {
    takes: EXIT_NAMES.join('|'),
    example: 'KVM_EXIT_MEMORY_FAULT',
    read: exitNamed,
  }),
  key('kernel', "the host's kernel, as uname -r prints it", {
    takes: 'RELEASE',
    example: '6.17.4',
    read: kernel,
  }),
  key('pageSize', 'what getconf PAGESIZE prints', {
    takes: '4096|16384|65536',
    example: '65536',
    read: pageSize,
  }),
  key('slot.guestPhysAddr', 'guest_phys_addr of the slot', COUNT),
  key('slot.memorySize', 'memory_size of the slot', COUNT),
  key('slot.userspaceAddr', 'userspace_addr of the slot', COUNT),
  key('slot.flags', 'flags of the slot', {
    takes: `0|${SLOT_FLAGS.join('|')}`,
    example: 'KVM_MEM_READONLY',
    many: true,
    read: slotFlagsOf,
  }),
  key('slot.exists', 'the slot was there before this call', FLAG),
  key('ipaBits', 'bits of guest addresses that KVM_CREATE_VM was given', {
    takes: '32..52',
    example: '40',
    read: (text) => between(text, 32n, 52n),
  }),
  key('capability', 'the capability that was asked about', {
    takes: 'NUMBER|NAME',
    example: '243',
    read: capabilityNamed,
  }),
  key('capabilityAnswer', 'what KVM_CHECK_EXTENSION answered', {
    takes: '0|1|EINVAL',
    example: '0',
    read: capabilityAnswer,
  }),
  key('fd', 'on which descriptor it was asked', {
    takes: 'kvm|vm',
    example: 'vm',
    read: (text) => ['kvm', 'vm'].find((fd) => fd === text.trim().toLowerCase()) ?? null,
  }),
  key('esr', 'ESR_EL2 or ESR_EL1', HEX),
  key('far', 'FAR_EL2', HEX),
  key('hpfar', 'HPFAR_EL2', HEX),
  key('ipa', 'the guest physical address', HEX),
  key('ec', 'the exception class', HEX),
  key('fsc', 'the fault status code', HEX),
  key('wnr', 'the access was a write', FLAG),
  key('isv', 'the syndrome describes the instruction', FLAG),
  key('mair', 'MAIR_EL1', HEX),
  key('ctr', 'CTR_EL0', HEX),
  key('mmfr2', 'ID_AA64MMFR2_EL1', HEX),
  key('hcr', 'HCR_EL2', HEX),
  key('vtcr', 'VTCR_EL2', HEX),
  key('leaf', 'a descriptor of stage 2', HEX),
  key('vmFlags', 'flags of the VMA, by name or as smaps has them', {
    takes: 'VM_PFNMAP|VM_IO|...',
    example: 'VM_PFNMAP',
    many: true,
    read: readVmaFlags,
  }),
  key('fwb', 'every CPU has FWB', FLAG),
  key('dic', 'every CPU has DIC', FLAG),
  key('idc', 'every CPU has IDC', FLAG),
  key('mte', 'the VM has MTE', FLAG),
  key('pkvm', 'the host runs pKVM', FLAG),
  key('protectedVm', 'the VM is a protected one', FLAG),
  key('cpu', 'the CPU', { ...NAME, example: 'Neoverse-N1' }),
  key('device', 'the driver or the chip', NAME),
  key('signal', 'the signal that ended the program', {
    takes: 'SIGBUS|...',
    example: 'SIGBUS',
    read: (text) => /^SIG[A-Z0-9]{2,10}$/.exec(text.trim().toUpperCase())?.[0] ?? null,
  }),
  key('vmm', 'the program', { ...NAME, example: 'qemu' }),
  key('fscLine', 'the log of the host has a line "Unsupported FSC"', FLAG),
  key('vmaLine', 'the log of the host has a line "Failed to find VMA"', FLAG),
  key('readsWork', 'a read of the same page works', FLAG),
];

export type KeyName = string;

/** The key of a name, in any case. */
export function keyNamed(text: string): Key | null {
  const plain = text.trim().toLowerCase();
  return KEYS.find((one) => one.name.toLowerCase() === plain) ?? null;
}

function flag(text: string): string | null {
  const plain = text.trim();
  return plain === '0' || plain === '1' ? plain : null;
}

function word(text: string): string | null {
  const { value } = parseHex(text, 64);
  return value === null ? null : hex(value);
}

function count(text: string): string | null {
  const value = countOf(text.trim());
  return value === null ? null : hex(value);
}

function between(text: string, least: bigint, most: bigint): string | null {
  const value = countOf(text.trim());
  return value !== null && value >= least && value <= most ? String(value) : null;
}

function name(text: string): string | null {
  const plain = text.trim();
  return plain === '' || plain.length > LONGEST_NAME ? null : plain;
}

function kernel(text: string): string | null {
  const plain = text.trim();
  return kernelNamed(plain).rules === null ? null : plain.slice(0, LONGEST_NAME);
}

function pageSize(text: string): string | null {
  const [, digits = '', kilo] = /^(0x[0-9a-f]+|\d{1,6}) ?(k(?:i?b)?)?$/i.exec(text.trim()) ?? [];
  const value = digits === '' ? null : countOf(digits);
  const bytes = value === null ? 0n : value * (kilo === undefined ? 1n : 1024n);
  return [4096n, 16384n, 65536n].includes(bytes) ? String(bytes) : null;
}

function capabilityAnswer(text: string): string | null {
  const plain = text.trim();
  return /^\d{1,9}$/.test(plain) ? String(Number(plain)) : errnoNamed(plain);
}
