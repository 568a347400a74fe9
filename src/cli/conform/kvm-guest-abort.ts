import {
  handleGuestAbort,
  type GuestAbortDecision,
  type GuestAbortInput,
} from '../../model/index.ts';
import { bit, bool, byColumn, type Answer } from './adapter.ts';
import type { Cell, Row } from './vector-file.ts';

/** Rows of `kvm.guestAbort`, which stop where a handler of pages is called. */
export const kvmGuestAbort = byColumn(
  {
    function: 'kvm.guestAbort',
    perKernel: true,
    inputs: [
      'faultStatus',
      'access',
      'stage1Walk',
      'cacheInstruction',
      'isv',
      'loadStore64',
      'vncrAccess',
      'ipa',
      'memslot',
      'nisvToUser',
      'seaToUser',
      'hostClaimsSea',
      'ras',
      'protectedVm',
    ],
    outputs: [
      'handler',
      'ret',
      'exitReason',
      'injected',
      'injectedStatus',
      'injectedFar',
      'instructionSkipped',
      'unsupportedFsc',
    ],
  },
  (row, file, told) => columns(told(handleGuestAbort(file.kernel as never, abortOf(row)))),
);

/** RAM of an ordinary host stands at the address: a handler of pages maps it. */
function abortOf(row: Row): GuestAbortInput {
  const { faultStatus, memslot } = row;
  return {
    vma: {},
    pfnIsMapMemory: true,
    fwb: true,
    dic: true,
    access: row['access'] as never,
    // Every other code: the model tells address size and TLB conflict from it, the kernel does not.
    faultStatus: faultStatus === 'other' ? 'unlisted' : (faultStatus as never),
    ipa: row['ipa'] as never,
    memslot: memslot === 'readonly' ? 'userspace' : (memslot as never),
    slotReadonly: memslot === 'readonly',
    stage1Walk: bool(row['stage1Walk']),
    cacheInstruction: bool(row['cacheInstruction']),
    isv: bool(row['isv']),
    loadStore64: bool(row['loadStore64']),
    vncrAccess: bool(row['vncrAccess']),
    nisvToUser: bool(row['nisvToUser']),
    seaToUser: bool(row['seaToUser']),
    hostClaimsSea: bool(row['hostClaimsSea']),
    ras: bool(row['ras']),
    protectedVm: bool(row['protectedVm']),
  };
}

const PAGES = new Set(['user_mem_abort', 'gmem_abort', 'pkvm_mem_abort']);
const STATUS = {
  external: 'external',
  'external on a table walk': 'externalOnWalk',
  'address size': 'addressSize',
} as const;

function columns(decision: GuestAbortDecision): Answer {
  const { handler, ret, exit, injectedStatus, injectedFar, effect, log } = decision;
  const handedOn = handler !== null && PAGES.has(handler);
  return {
    handler: handler === null || handler === 'kvm_handle_guest_sea' ? 'none' : handler,
    ret: handedOn ? null : ret,
    exitReason: exit,
    injected: handedOn ? 'none' : injectedName(decision),
    injectedStatus: handedOn || injectedStatus === null ? null : STATUS[injectedStatus],
    injectedFar: handedOn ? null : injectedFar,
    instructionSkipped: bit(effect === 'instruction skipped'),
    unsupportedFsc: bit(log?.startsWith('Unsupported FSC') ?? false),
  };
}

function injectedName({ injected, injectedStatus }: GuestAbortDecision): Cell {
  if (injected === null) return 'none';
  if (injected === 'SError') return 'serror';
  const kind = injectedStatus === 'address size' ? 'size' : 'sea';
  return `${kind}${injected === 'data abort' ? 'Data' : 'Instruction'}`;
}
