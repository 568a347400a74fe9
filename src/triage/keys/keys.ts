import { kernelMeant, parseHex } from '../../model/index.ts';
import { CALLS } from './call.ts';
import { capabilityNamed } from './capability.ts';
import { errnoNamed, ERRNO_NAMES } from './errno.ts';
import { exitNamed, EXIT_NAMES } from './exit.ts';
import { SLOT_FLAGS, slotFlagsOf } from './flags.ts';
import { KEY_NAMES } from './names.ts';
import { countOf, hex } from './number.ts';
import { readVmaFlags } from './vma-flags.ts';

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

function about(meaning: string, kind: Omit<Key, 'name' | 'meaning'>): Omit<Key, 'name'> {
  return { meaning, ...kind };
}

const ABOUT: Readonly<Record<(typeof KEY_NAMES)[number], Omit<Key, 'name'>>> = {
  call: about('the call that failed, or none', {
    takes: CALLS.join('|'),
    example: 'KVM_RUN',
    read: (text) => CALLS.find((call) => call.toLowerCase() === text.trim().toLowerCase()) ?? null,
  }),
  errno: about('its error', { takes: ERRNO_NAMES.join('|'), example: 'EFAULT', read: errnoNamed }),
  exit: about('the exit that KVM_RUN reported', {
    takes: EXIT_NAMES.join('|'),
    example: 'KVM_EXIT_MEMORY_FAULT',
    read: exitNamed,
  }),
  kernel: about("the host's kernel, as uname -r prints it", {
    takes: 'RELEASE',
    example: '6.17.4',
    read: kernel,
  }),
  pageSize: about('what getconf PAGESIZE prints', {
    takes: '4096|16384|65536',
    example: '65536',
    read: pageSize,
  }),
  'slot.guestPhysAddr': about('guest_phys_addr of the slot', COUNT),
  'slot.memorySize': about('memory_size of the slot', COUNT),
  'slot.userspaceAddr': about('userspace_addr of the slot', COUNT),
  'slot.flags': about('flags of the slot', {
    takes: `0|${SLOT_FLAGS.join('|')}`,
    example: 'KVM_MEM_READONLY',
    many: true,
    read: slotFlagsOf,
  }),
  'slot.exists': about('the slot was there before this call', FLAG),
  ipaBits: about('bits of guest addresses that KVM_CREATE_VM was given', {
    takes: '32..52',
    example: '40',
    read: (text) => between(text, 32n, 52n),
  }),
  capability: about('the capability that was asked about', {
    takes: 'NUMBER|NAME',
    example: '243',
    read: capabilityNamed,
  }),
  capabilityAnswer: about('what KVM_CHECK_EXTENSION answered', {
    takes: '0|1|EINVAL',
    example: '0',
    read: capabilityAnswer,
  }),
  fd: about('on which descriptor it was asked', {
    takes: 'kvm|vm',
    example: 'vm',
    read: (text) => ['kvm', 'vm'].find((fd) => fd === text.trim().toLowerCase()) ?? null,
  }),
  esr: about('ESR_EL2 or ESR_EL1', HEX),
  far: about('FAR_EL2', HEX),
  hpfar: about('HPFAR_EL2', HEX),
  ipa: about('the guest physical address', HEX),
  ec: about('the exception class', HEX),
  fsc: about('the fault status code', HEX),
  wnr: about('the access was a write', FLAG),
  isv: about('the syndrome describes the instruction', FLAG),
  mair: about('MAIR_EL1', HEX),
  ctr: about('CTR_EL0', HEX),
  mmfr2: about('ID_AA64MMFR2_EL1', HEX),
  hcr: about('HCR_EL2', HEX),
  vtcr: about('VTCR_EL2', HEX),
  leaf: about('a descriptor of stage 2', HEX),
  vmFlags: about('flags of the VMA, by name or as smaps has them', {
    takes: 'VM_PFNMAP|VM_IO|...',
    example: 'VM_PFNMAP',
    many: true,
    read: readVmaFlags,
  }),
  fwb: about('every CPU has FWB', FLAG),
  dic: about('every CPU has DIC', FLAG),
  idc: about('every CPU has IDC', FLAG),
  mte: about('the VM has MTE', FLAG),
  pkvm: about('the host runs pKVM', FLAG),
  protectedVm: about('the VM is a protected one', FLAG),
  cpu: about('the CPU', { ...NAME, example: 'Neoverse-N1' }),
  device: about('the driver or the chip', NAME),
  signal: about('the signal that ended the program', {
    takes: 'SIGBUS|...',
    example: 'SIGBUS',
    read: (text) => /^SIG[A-Z0-9]{2,10}$/.exec(text.trim().toUpperCase())?.[0] ?? null,
  }),
  vmm: about('the program', { ...NAME, example: 'qemu' }),
  fscLine: about('the log of the host has a line "Unsupported FSC"', FLAG),
  vmaLine: about('the log of the host has a line "Failed to find VMA"', FLAG),
  readsWork: about('a read of the same page works', FLAG),
};

/** The keys of facts. */
export const KEYS: readonly Key[] = KEY_NAMES.map((keyName) => ({
  name: keyName,
  ...ABOUT[keyName],
}));

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
  return kernelMeant(plain).rules === null ? null : plain.slice(0, LONGEST_NAME);
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
