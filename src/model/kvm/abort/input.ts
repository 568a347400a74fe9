import { choice, flag, type Field } from '../../base/field.ts';
import { FAULT_FIELDS, type FaultInput, type FaultQuery } from '../fault/input.ts';
import { GET_PFN_FIELD, type GetPfn } from '../guest-memfd/input.ts';
import { PROTECTED_FIELDS, type ProtectedFaultInput } from '../pkvm/handle-protected-fault.ts';

const STATUSES = ['translation', 'permission', 'accessFlag', 'exclAtomic', 'other'] as const;
const MEMSLOTS = ['none', 'userspace', 'guestMemfd'] as const;

/**
 * What `handleGuestAbort` is asked: a stage-2 abort of a guest, with what `handleFault`,
 * `handleGuestMemfdFault` or `handleProtectedFault` would be asked. No nesting.
 */
export interface GuestAbortInput
  extends
    Omit<FaultInput, 'permissionFault' | 'exclAtomicFault' | 'nested' | 'xnx'>,
    Pick<ProtectedFaultInput, 'memcacheTopUp' | 'pin' | 'swapBacked'> {
  /** The fault status of ESR_EL2. Default translation. */
  readonly faultStatus?: (typeof STATUSES)[number];
  /** What stands at the address: no memslot, one with memory of user space (default), guest_memfd. */
  readonly memslot?: (typeof MEMSLOTS)[number];
  /** The slot has KVM_MEM_READONLY. */
  readonly slotReadonly?: boolean;
  /** ESR_EL2.S1PTW: the access is a walk of the guest's own table. */
  readonly stage1Walk?: boolean;
  /** ESR_EL2.CM: the access is a cache maintenance instruction. */
  readonly cacheInstruction?: boolean;
  /** The VM is a protected pKVM VM; v7.3. */
  readonly protectedVm?: boolean;
  /** What kvm_gmem_get_pfn() returns; for a guest_memfd slot. Default ok. */
  readonly getPfn?: GetPfn;
}

/** The input with every field present. */
export interface GuestAbortQuery
  extends
    Omit<FaultQuery, 'permissionFault' | 'exclAtomicFault' | 'nested' | 'xnx'>,
    Required<
      Pick<
        GuestAbortInput,
        | 'faultStatus'
        | 'memslot'
        | 'slotReadonly'
        | 'stage1Walk'
        | 'cacheInstruction'
        | 'protectedVm'
        | 'getPfn'
        | 'memcacheTopUp'
        | 'swapBacked'
      >
    > {
  readonly pin: NonNullable<GuestAbortInput['pin']> | null;
}

const ELSEWHERE = new Set(['permissionFault', 'exclAtomicFault', 'nested', 'xnx']);

/** The fields of the input. */
export const GUEST_ABORT_FIELDS: readonly Field[] = [
  choice('faultStatus', 'the fault status of ESR_EL2', STATUSES, 'translation'),
  choice('memslot', 'what stands at the address', MEMSLOTS, 'userspace'),
  flag('slotReadonly', 'the slot has KVM_MEM_READONLY'),
  flag('stage1Walk', "a walk of the guest's own table"),
  flag('cacheInstruction', 'a cache maintenance instruction'),
  flag('protectedVm', 'the VM is a protected pKVM VM'),
  ...FAULT_FIELDS.filter((field) => !ELSEWHERE.has(field.name)),
  GET_PFN_FIELD,
  ...PROTECTED_FIELDS,
];
