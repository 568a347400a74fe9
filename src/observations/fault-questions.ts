import { handleFault, handleGuestAbort, vmaPageShift } from '../model/index.ts';
import type {
  FaultDecision,
  FaultInput,
  GuestAbortDecision,
  LeafShift,
  SizeInput,
  Vma,
} from '../model/index.ts';
import type { GuestOp } from './protocol.ts';
import { remembered } from './remembered.ts';
import type { RecordedCase } from './schema.ts';
import {
  foundWritable,
  isFound,
  logsDirty,
  modelVma,
  vmaTouched,
  type Situation,
} from './situation.ts';

const ask = {
  handleFault: remembered(handleFault),
  handleGuestAbort: remembered(handleGuestAbort),
};

/** Everything that a fault of the guest leads to. */
export interface FaultAnswer {
  /** Up to the map function. */
  readonly fault: FaultDecision;
  /** Up to what KVM_RUN sees. */
  readonly abort: GuestAbortDecision;
  /** The same two without the sizes, as pages ask them. */
  readonly plain: readonly [FaultDecision, GuestAbortDecision];
}

type Access = FaultInput['access'];

/** The first access of the guest, and the second where there are two. */
const ACCESSES: Readonly<Record<GuestOp, readonly [first: Access, second?: Access]>> = {
  load: ['read'],
  'unaligned-load': ['read'],
  exclusives: ['read'],
  store: ['write'],
  'dc-zva': ['write'],
  execute: ['exec'],
  'load-store': ['read', 'write'],
  'load-execute': ['read', 'exec'],
};

/** The first fault that the guest takes in the slot; null where the type of the VMA is not known. */
export function askFault(situation: Situation): FaultAnswer | null {
  const { guest } = situation.one;
  return guest && faultAt(situation, ACCESSES[guest.op][0], null);
}

/** The fault of a second access, where the leaf of the first does not permit it. */
export function askSecond(situation: Situation, first: FaultAnswer): FaultAnswer | null {
  const { guest } = situation.one;
  const access = guest && ACCESSES[guest.op][1];
  // Where EL2 refused the first, no leaf is there, and the guest has stopped.
  const { mapping } = first.abort;
  if (!access || mapping === null) return null;
  const permits = access === 'write' ? mapping.w : mapping.x;
  return permits ? null : faultAt(situation, access, mapping.size?.shift === PMD ? PMD : 12);
}

/** A fault of an access; a permission fault where it hits a leaf of some size. */
function faultAt(situation: Situation, access: Access, leaf: LeafShift | null): FaultAnswer | null {
  const { kernel, host, pkvmHost, one } = situation;
  const touched = vmaTouched(one);
  const vma = modelVma(one, touched);
  if (vma === null) return null;
  const slotReadonly = one.slot?.flags.includes('KVM_MEM_READONLY') ?? false;
  const writable = foundWritable(one) && !slotReadonly;
  const input = {
    vma,
    pfnIsMapMemory: touched.memory !== 'hole' && touched.memory !== 'device',
    fwb: host.fwb,
    dic: host.dic,
    access,
    dirtyLogging: logsDirty(one),
    mapWritable: writable || access === 'write',
    pfnLookup: isFound(touched) ? 'ok' : 'error',
    pkvmHost,
  } as const;
  const permissionFault = leaf !== null;
  const status = {
    slotReadonly,
    faultStatus: permissionFault ? 'permission' : 'translation',
  } as const;
  const size = { ...sizeOf(situation, vma), ...(leaf === null ? {} : { faultGranuleShift: leaf }) };
  return {
    fault: ask.handleFault(kernel, { ...input, permissionFault, size }),
    abort: ask.handleGuestAbort(kernel, { ...input, ...status, size }),
    plain: [
      ask.handleFault(kernel, { ...input, permissionFault }),
      ask.handleGuestAbort(kernel, { ...input, ...status }),
    ],
  };
}

const PMD = 21;
const PMD_PAGES = 512;
const SMALL_PAGES = 16;

/**
 * The size of the host's own entry: of anonymous memory as it was found there, of the others as the case
 * makes it.
 */
function hostShift(one: RecordedCase): LeafShift {
  const { size, by } = vmaTouched(one);
  const block = by === 'anonymous' ? one.host?.level === 2 : by === 'fault';
  return size === '2M' && block ? PMD : 12;
}

/**
 * A large VMA is 2 MiB long, and all its addresses are aligned to that; a small one is 64 KiB long
 * and not aligned. Only a fault handler can give the host itself a block.
 */
function sizeOf({ kernel, one }: Situation, { vmPfnmap = false }: Vma): SizeInput {
  const large = vmaTouched(one).size === '2M';
  const place = { vmPfnmap, vmStart: 0, vmEnd: large ? PMD_PAGES : SMALL_PAGES, hva: 0 };
  const offered = large ? (vmaPageShift(kernel, place).shift ?? 12) : 12;
  return {
    vmaPageShift: offered,
    slotMaxShift: large ? PMD : 12,
    hostMappingShift: hostShift(one),
  };
}

/**
 * Whether the mapping of a fault takes frames for consecutive that the host's table does not show so:
 * it is larger than the host's own, and the VMA repeats frames.
 */
export function takesRun({ one }: Situation, { fault }: FaultAnswer): boolean {
  const { frames } = vmaTouched(one);
  return frames === 'repeated' && (fault.mapping?.size?.shift ?? 12) > hostShift(one);
}
