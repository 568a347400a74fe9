import { choice, flag, without, type ReadOf } from '../../base/field.ts';
import { FAULT_FIELDS, type FaultInput } from '../fault/input.ts';
import { GET_PFN_FIELD, type GetPfn } from '../guest-memfd/input.ts';
import { PROTECTED_FIELDS, type ProtectedFaultInput } from '../pkvm/protected-input.ts';
import { STATUSES, type FaultStatus } from './status.ts';

const MEMSLOTS = ['none', 'invalid', 'userspace', 'guestMemfd'] as const;
const IPAS = ['inside', 'beyondVm', 'beyondHost'] as const;

/**
 * What `handleGuestAbort` is asked: a stage-2 abort of a guest, with what `handleFault`,
 * `handleGuestMemfdFault` or `handleProtectedFault` would be asked. No nesting.
 */
export interface GuestAbortInput
  extends
    Omit<FaultInput, 'permissionFault' | 'exclAtomicFault' | 'nested' | 'xnx'>,
    Pick<
      ProtectedFaultInput,
      'memcacheTopUp' | 'memlockLimit' | 'pin' | 'swapBacked' | 'mappedAlready'
    > {
  /**
   * The fault status of ESR_EL2, by kind. Default translation. 'sea' and 'ecc' are External aborts
   * and ECC errors, with Walk on a table walk; 'unlisted' is any code that has no kind of its own.
   */
  readonly faultStatus?: FaultStatus;
  /** Where the IPA lies: in the VM (default), beyond it, or beyond what the host has. */
  readonly ipa?: (typeof IPAS)[number];
  /**
   * What stands at the address: no memslot, one that is being deleted or moved, one with memory of
   * user space (default), guest_memfd.
   */
  readonly memslot?: (typeof MEMSLOTS)[number];
  /** The slot has KVM_MEM_READONLY. */
  readonly slotReadonly?: boolean;
  /** ESR_EL2.S1PTW: a walk of the guest's own table; `access` is what the walk was for. */
  readonly stage1Walk?: boolean;
  /** ESR_EL2.CM: a cache maintenance instruction, which counts as a write and has no syndrome. */
  readonly cacheInstruction?: boolean;
  /** ESR_EL2.ISV: the syndrome describes the instruction. Default true. */
  readonly isv?: boolean;
  /** ESR_EL2[12:11]: a 64-byte load or store. */
  readonly loadStore64?: boolean;
  /** ESR_EL2.VNCR: a guest hypervisor accesses its VNCR page. Only External aborts ask. */
  readonly vncrAccess?: boolean;
  /** KVM_CAP_ARM_NISV_TO_USER (177) is enabled. */
  readonly nisvToUser?: boolean;
  /** KVM_CAP_ARM_SEA_TO_USER (245) is enabled. */
  readonly seaToUser?: boolean;
  /** Error handling of the host's firmware (APEI) claims the External abort. */
  readonly hostClaimsSea?: boolean;
  /** System capability ARM64_HAS_RAS_EXTN. Default true. */
  readonly ras?: boolean;
  /** The VM is a protected pKVM VM; v7.3. */
  readonly protectedVm?: boolean;
  /** What kvm_gmem_get_pfn() returns; for a guest_memfd slot. Default ok. */
  readonly getPfn?: GetPfn;
}

export const GUEST_ABORT_FIELDS = [
  choice('faultStatus', 'the fault status of ESR_EL2', STATUSES, 'translation'),
  choice('ipa', 'where the IPA lies', IPAS, 'inside'),
  choice('memslot', 'what stands at the address', MEMSLOTS, 'userspace'),
  flag('slotReadonly', 'the slot has KVM_MEM_READONLY'),
  flag('stage1Walk', "a walk of the guest's own table"),
  flag('cacheInstruction', 'a cache maintenance instruction'),
  flag('isv', 'the syndrome describes the instruction', true),
  flag('loadStore64', 'a 64-byte load or store'),
  flag('vncrAccess', 'an access of a guest hypervisor to its VNCR page'),
  flag('nisvToUser', 'KVM_CAP_ARM_NISV_TO_USER is enabled'),
  flag('seaToUser', 'KVM_CAP_ARM_SEA_TO_USER is enabled'),
  flag('hostClaimsSea', 'firmware error handling claims the abort'),
  flag('ras', 'ARM64_HAS_RAS_EXTN', true),
  flag('protectedVm', 'the VM is a protected pKVM VM'),
  ...without(FAULT_FIELDS, 'permissionFault', 'exclAtomicFault', 'nested', 'xnx'),
  GET_PFN_FIELD,
  ...PROTECTED_FIELDS,
] as const;

export type GuestAbortQuery = ReadOf<typeof GUEST_ABORT_FIELDS>;
