import { isIommuMap, isMemslot } from '../keys/call.ts';

/** What a complaint is about. */
export type Subject =
  | 'memslot'
  | 'run'
  | 'exit'
  | 'vcpu'
  | 'check'
  | 'gmem'
  | 'vm'
  | 'absent'
  | 'denied'
  | 'iommu'
  | 'bind'
  | 'signal'
  | 'log'
  | 'fault'
  | 'ring'
  | 'quiet'
  | 'errno'
  | 'number'
  | 'nothing';

/** The subject of a call by its name; `nothing` for one that is about none. */
export function subjectOf(call: string): Subject {
  if (isMemslot(call)) return 'memslot';
  if (isIommuMap(call)) return 'iommu';
  if (call === 'KVM_RUN') return 'run';
  if (call === 'KVM_CHECK_EXTENSION') return 'check';
  if (call === 'KVM_CREATE_VM') return 'vm';
  return call === 'KVM_CREATE_GUEST_MEMFD' ? 'gmem' : 'nothing';
}
