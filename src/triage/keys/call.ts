/** Calls that a complaint can be about. */
export const CALLS = [
  'KVM_SET_USER_MEMORY_REGION',
  'KVM_SET_USER_MEMORY_REGION2',
  'KVM_RUN',
  'KVM_CHECK_EXTENSION',
  'KVM_CREATE_GUEST_MEMFD',
  'IOMMU_IOAS_MAP',
  'VFIO_DMA_MAP',
  'none',
] as const;

export type CallName = (typeof CALLS)[number];

/** Other calls that a trace holds and that are evidence. */
export type TracedCall =
  Exclude<CallName, 'none'> | 'KVM_CREATE_VM' | 'KVM_CREATE_VCPU' | 'KVM_ENABLE_CAP';

/** Both forms of the memslot call. */
export function isMemslot(call: string | null): boolean {
  return call === 'KVM_SET_USER_MEMORY_REGION' || call === 'KVM_SET_USER_MEMORY_REGION2';
}

/** Both calls that map memory for a device. */
export function isIommuMap(call: string | null): boolean {
  return call === 'IOMMU_IOAS_MAP' || call === 'VFIO_DMA_MAP';
}
