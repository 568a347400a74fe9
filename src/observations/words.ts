import { decodeSyndrome, fieldNamed } from '../model/index.ts';
import type { GuestAbortDecision, Mapping, MemType } from '../model/index.ts';
import type { RecordedCase } from './schema.ts';

/** KVM returned to the guest, and the guest went on to its end. */
const WENT_ON = 'the guest goes on';
const NO_ERROR = 'accepted';

/** How a run ended of which `runInWords` says nothing. */
export const OWN_EXCEPTION = 'an exception of the guest';

/** An errno of an ioctl, or that there was none. */
export const errnoOr = (errno: string | null, otherwise = NO_ERROR): string => errno ?? otherwise;

/** Fault status of an external abort: what KVM injects into a guest. */
const EXTERNAL_ABORT = 0x10;
const ABORTS: Readonly<Record<number, string>> = {
  0x20: 'instruction abort',
  0x21: 'instruction abort',
  0x24: 'data abort',
  0x25: 'data abort',
};

/** How a run ended; null where the guest's own stage 1 stopped it, which KVM has no part in. */
export function runInWords({
  ioctl,
  exit,
  detail,
}: NonNullable<RecordedCase['run']>): string | null {
  if (ioctl !== null) return ioctl;
  if (detail?.at === 'exception') {
    const { fields } = decodeSyndrome(BigInt(detail.esr));
    const ec = fieldNamed(fields, 'EC')?.value ?? 0;
    const fsc = fieldNamed(fields, 'DFSC') ?? fieldNamed(fields, 'IFSC');
    return fsc?.value === EXTERNAL_ABORT ? (ABORTS[ec] ?? `exception class ${ec}`) : null;
  }
  if (detail?.at === 'region') return detail.write ? 'emulated write' : 'emulated read';
  return detail?.at === 'doorbell' ? WENT_ON : (exit ?? 'no exit');
}

/** The same of the model's answer; null where it knows none. */
export function abortInWords(
  { verdict, errno, injected }: GuestAbortDecision,
  write: boolean,
): string | null {
  if (errno !== null) return errno;
  if (injected !== null) return injected;
  if (verdict === 'emulated') return write ? 'emulated write' : 'emulated read';
  return verdict === 'unknown' || verdict === 'invalid' ? null : WENT_ON;
}

/** Permissions and type of a mapping, as the names of its prot bits. */
export function protInWords(prot: readonly string[]): string {
  const letters = ['R', 'W', 'X', 'PX', 'UX'].filter((bit) => prot.includes(bit));
  const type = ['DEVICE', 'NORMAL_NC'].filter((bit) => prot.includes(bit));
  return [...letters, ...type].join(' ') || 'no bit';
}

const TYPE_BITS: Readonly<Record<MemType, readonly string[]>> = {
  NORMAL: [],
  NORMAL_NC: ['NORMAL_NC'],
  DEVICE: ['DEVICE'],
};

/** The prot bits of a mapping of the model, by their names. */
export function protOf({ r, w, x, memType }: Mapping): readonly string[] {
  return [...(r ? ['R'] : []), ...(w ? ['W'] : []), ...(x ? ['X'] : []), ...TYPE_BITS[memType]];
}
