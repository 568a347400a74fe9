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

/** How `strace` and headers write them: names, and the numbers of the requests on arm64. */
const REQUESTS: Readonly<Record<string, TracedCall>> = {
  KVM_SET_USER_MEMORY_REGION: 'KVM_SET_USER_MEMORY_REGION',
  '0x4020ae46': 'KVM_SET_USER_MEMORY_REGION',
  KVM_SET_USER_MEMORY_REGION2: 'KVM_SET_USER_MEMORY_REGION2',
  '0x40a0ae49': 'KVM_SET_USER_MEMORY_REGION2',
  KVM_RUN: 'KVM_RUN',
  '0xae80': 'KVM_RUN',
  KVM_CHECK_EXTENSION: 'KVM_CHECK_EXTENSION',
  '0xae03': 'KVM_CHECK_EXTENSION',
  KVM_CREATE_GUEST_MEMFD: 'KVM_CREATE_GUEST_MEMFD',
  '0xc040aed4': 'KVM_CREATE_GUEST_MEMFD',
  KVM_CREATE_VM: 'KVM_CREATE_VM',
  '0xae01': 'KVM_CREATE_VM',
  KVM_CREATE_VCPU: 'KVM_CREATE_VCPU',
  '0xae41': 'KVM_CREATE_VCPU',
  KVM_ENABLE_CAP: 'KVM_ENABLE_CAP',
  '0x4068aea3': 'KVM_ENABLE_CAP',
  IOMMU_IOAS_MAP: 'IOMMU_IOAS_MAP',
  '0x3b85': 'IOMMU_IOAS_MAP',
  VFIO_IOMMU_MAP_DMA: 'VFIO_DMA_MAP',
  VFIO_DMA_MAP: 'VFIO_DMA_MAP',
  '0x3b71': 'VFIO_DMA_MAP',
};

/** The call of a request as a trace writes it; null for one that says nothing here. */
export function callOfRequest(request: string): TracedCall | null {
  const plain = request.trim();
  if (Object.hasOwn(REQUESTS, plain)) return REQUESTS[plain] ?? null;
  const packed =
    /^_IOC\(([^,]{1,40}), ?0x([0-9a-f]{1,2}), ?0x([0-9a-f]{1,2}), ?(0x[0-9a-f]{1,4}|0)\)$/i;
  const [, direction = '', type = '', number = '', size = '0'] = packed.exec(plain) ?? [];
  if (type === '') return REQUESTS[plain.toLowerCase()] ?? null;
  const bits = (/WRITE/.test(direction) ? 1 : 0) + (/READ/.test(direction) ? 2 : 0);
  const value =
    bits * 2 ** 30 + Number(size) * 2 ** 16 + parseInt(type, 16) * 256 + parseInt(number, 16);
  return REQUESTS[`0x${value.toString(16)}`] ?? null;
}

/** Both forms of the memslot call. */
export function isMemslot(call: string | null): boolean {
  return call === 'KVM_SET_USER_MEMORY_REGION' || call === 'KVM_SET_USER_MEMORY_REGION2';
}

/** Both calls that map memory for a device. */
export function isIommuMap(call: string | null): boolean {
  return call === 'IOMMU_IOAS_MAP' || call === 'VFIO_DMA_MAP';
}
