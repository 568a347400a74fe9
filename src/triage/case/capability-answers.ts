import { CACHEABLE } from '../keys/cacheable.ts';
import type { Ask } from '../read/seen.ts';

/** What was asked of capability 243, by descriptor. */
export interface CapabilityAnswers {
  readonly vm: Ask | null;
  readonly kvm: Ask | null;
  /** The one that counts: that of the VM where it was asked. */
  readonly counts: Ask | null;
}

/** The last answers of both descriptors. Of an unnamed one an error is that of /dev/kvm. */
export function capabilityAnswers(asks: readonly Ask[], chosen: string | null): CapabilityAnswers {
  const own = asks.filter(({ capability }) => (capability ?? chosen ?? CACHEABLE) === CACHEABLE);
  const unnamed = own.findLast(({ fd }) => fd === null) ?? null;
  const kvm = own.findLast(({ fd }) => fd === 'kvm') ?? null;
  const vm = own.findLast(({ fd }) => fd === 'vm') ?? null;
  const error = unnamed?.answer === 'EINVAL';
  const asVm = vm ?? (error ? null : unnamed);
  const asKvm = kvm ?? (error ? unnamed : null);
  return { vm: asVm, kvm: asKvm, counts: asVm ?? asKvm };
}
