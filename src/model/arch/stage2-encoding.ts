import type { ModelError } from '../base/error.ts';
import type { DeviceType } from './device.ts';
import type { Cacheability } from './half.ts';

/**
 * What a stage-2 encoding does to the attributes of stage 1.
 * - `combine` (HCR_EL2.FWB = 0): the stricter type, the weaker cacheability.
 * - `device`: Device; over a stage-1 Device the stricter type.
 * - `normal-nc`: a stage-1 Device stays, every Normal becomes Non-cacheable.
 * - `force-wb`: always Normal Write-Back.
 * - `as-stage-1`: stage 1 unchanged.
 */
export type Stage2Rule =
  'combine' | 'device' | 'normal-nc' | 'force-wb' | 'as-stage-1' | 'reserved' | 'invalid';

/** Decode of MemAttr[3:0] of a stage-2 descriptor. */
export interface Stage2MemAttr {
  readonly kind: 'stage2';
  /** MemAttr[3:0], descriptor bits [5:2]; null for bad input. */
  readonly memAttr: number | null;
  /** HCR_EL2.FWB; null for bad input. */
  readonly fwb: boolean | null;
  readonly type: 'Device' | 'Normal' | 'as-stage-1' | 'reserved' | 'invalid';
  readonly rule: Stage2Rule;
  readonly device: DeviceType | null;
  readonly inner: Cacheability | null;
  readonly outer: Cacheability | null;
  /** NoTagAccess is asked for (FEAT_MTE_PERM). */
  readonly noTagAccess: boolean;
  /** MemAttr[3] is RES0 here and set: a software error. The pseudocode ignores the bit. */
  readonly res0Set: boolean;
  /** What the architecture permits for a reserved encoding; null where assigned. */
  readonly permitted: string | null;
  /** The encodings that a reserved one may act as; empty where nothing can be asserted. */
  readonly actsAs: readonly number[];
  readonly error?: ModelError;
}

/** A decoded encoding where nothing is said yet. */
export const NOTHING: Stage2MemAttr = Object.freeze({
  kind: 'stage2',
  memAttr: null,
  fwb: null,
  type: 'reserved',
  rule: 'reserved',
  device: null,
  inner: null,
  outer: null,
  noTagAccess: false,
  res0Set: false,
  permitted: null,
  actsAs: Object.freeze([]),
});
