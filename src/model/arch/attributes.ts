import { DEVICE_TYPES, type DeviceType } from './device.ts';
import { CACHEABILITIES, HINTS, type Half } from './half.ts';
import type { Shareability } from './sh-names.ts';

/** The memory attributes of an access after both stages. */
export interface Attributes {
  readonly type: 'Device' | 'Normal';
  /** Device type; null for Normal. */
  readonly device: DeviceType | null;
  /** Inner half; null for Device. */
  readonly inner: Half | null;
  /** Outer half; null for Device. */
  readonly outer: Half | null;
  /** Effective shareability: OSH for Device and for inner and outer Non-cacheable. */
  readonly shareability: Shareability;
  /** Allocation Tags are accessed (FEAT_MTE2). */
  readonly tagged: boolean;
  /** A tag access takes a stage-2 Permission fault (FEAT_MTE_PERM); only where tagged. */
  readonly noTagAccess: boolean;
  /** The XS attribute (FEAT_XS). */
  readonly xs: boolean;
}

const SHAREABILITIES: readonly Shareability[] = ['NSH', 'ISH', 'OSH'];
const known = new Map<number, Attributes>();

/** The one frozen object for these attributes, so that equal attributes are identical. */
export function attributes(
  device: DeviceType | null,
  inner: Half | null,
  outer: Half | null,
  shareability: Shareability,
  tagged: boolean,
  noTagAccess: boolean,
  xs: boolean,
): Attributes {
  const memory =
    device === null ? 4 + code(inner) * 32 + code(outer) : DEVICE_TYPES.indexOf(device);
  const bits = (tagged ? 1 : 0) | (noTagAccess ? 2 : 0) | (xs ? 4 : 0);
  const key = (memory * 4 + SHAREABILITIES.indexOf(shareability)) * 8 + bits;
  let found = known.get(key);
  if (found === undefined) {
    const type = device === null ? 'Normal' : 'Device';
    found = Object.freeze({ type, device, inner, outer, shareability, tagged, noTagAccess, xs });
    known.set(key, found);
  }
  return found;
}

function code(half: Half | null): number {
  if (half === null || half.hints === null) return 0;
  const strength = CACHEABILITIES.indexOf(half.cacheability);
  return strength * 8 + HINTS.indexOf(half.hints) * 2 + (half.transient ? 1 : 0);
}
