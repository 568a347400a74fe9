/** The codes of a fault status that KVM has an answer for, and the others by what they mean. */
export const STATUSES = [
  'translation',
  'permission',
  'accessFlag',
  'exclAtomic',
  'sea',
  'seaWalk',
  'ecc',
  'eccWalk',
  'alignment',
  'addressSize',
  'tlbConflict',
  'unlisted',
] as const;

/** A kind of fault status in ESR_EL2. */
export type FaultStatus = (typeof STATUSES)[number];

/** `kvm_vcpu_abt_issea()`: synchronous External aborts and ECC errors, on a table walk or not. */
export function isSea(status: FaultStatus): boolean {
  return status === 'sea' || status === 'seaWalk' || status === 'ecc' || status === 'eccWalk';
}

/** A status for which `kvm_handle_guest_abort()` has no rule: it ends in a log line and EFAULT. */
export function isUnsupported(status: FaultStatus): boolean {
  return status in XFSC;
}

/** xFSC of the log line, where the kind has one code only. */
const XFSC: Readonly<Partial<Record<FaultStatus, string>>> = {
  alignment: '0x21',
  addressSize: '…',
  tlbConflict: '0x30',
  unlisted: '…',
};

/** The line that the host logs, without the rest of the syndrome. Source: CODE734. */
export function unsupportedFsc(status: FaultStatus, fetch: boolean): string {
  return `Unsupported FSC: EC=${fetch ? '0x20' : '0x24'} xFSC=${XFSC[status] ?? '…'}`;
}

/**
 * Whether ESR_EL2[12:11] tell 64-byte accesses from others: they do for translation, access flag and
 * permission faults, not for unsupported exclusive or atomic ones.
 */
export function tellsLoadStore64(status: FaultStatus): boolean {
  return status === 'translation' || status === 'permission' || status === 'accessFlag';
}
