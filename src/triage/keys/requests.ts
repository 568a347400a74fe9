import type { TracedCall } from './call.ts';

/** The numbers of the requests on arm64, as `strace` prints those that it does not know. */
const REQUESTS: Readonly<Record<string, TracedCall>> = {
  '0x4020ae46': 'KVM_SET_USER_MEMORY_REGION',
  '0x40a0ae49': 'KVM_SET_USER_MEMORY_REGION2',
  '0xae80': 'KVM_RUN',
  '0xae03': 'KVM_CHECK_EXTENSION',
  '0xc040aed4': 'KVM_CREATE_GUEST_MEMFD',
  '0xae01': 'KVM_CREATE_VM',
  '0xae41': 'KVM_CREATE_VCPU',
  '0x4068aea3': 'KVM_ENABLE_CAP',
  '0x3b85': 'IOMMU_IOAS_MAP',
  '0x3b71': 'VFIO_DMA_MAP',
};
/** How the header of VFIO calls the last. */
const OF_VFIO = 'VFIO_IOMMU_MAP_DMA';

/** The call of a request as a trace writes it; null for one that says nothing here. */
export function callOfRequest(request: string): TracedCall | null {
  const plain = request.trim();
  const name = plain === OF_VFIO ? 'VFIO_DMA_MAP' : plain;
  return Object.values(REQUESTS).find((call) => call === name) ?? callOfNumber(plain);
}

function callOfNumber(text: string): TracedCall | null {
  const packed =
    /^_IOC\(([^,]{1,40}), ?0x([0-9a-f]{1,2}), ?0x([0-9a-f]{1,2}), ?(0x[0-9a-f]{1,4}|0)\)$/i;
  const [, direction = '', type = '', number = '', size = '0'] = packed.exec(text) ?? [];
  const bits = (/WRITE/.test(direction) ? 1 : 0) + (/READ/.test(direction) ? 2 : 0);
  const value =
    bits * 2 ** 30 + Number(size) * 2 ** 16 + parseInt(type, 16) * 256 + parseInt(number, 16);
  const written = type === '' ? text.toLowerCase() : `0x${value.toString(16)}`;
  return Object.hasOwn(REQUESTS, written) ? (REQUESTS[written] ?? null) : null;
}
