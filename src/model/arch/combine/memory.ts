import { stricter, type DeviceType } from '../device.ts';
import { CACHEABILITIES, half, NC, type Cacheability, type Half } from '../half.ts';
import type { MairAttr } from '../mair-table.ts';
import type { Stage2MemAttr } from '../stage2-encoding.ts';

/** Type and cacheability after both stages: a Device type, or the two halves of Normal. */
export interface Memory {
  readonly device: DeviceType | null;
  readonly inner: Half | null;
  readonly outer: Half | null;
}

/** Stage 1 as far as it takes part in combining. */
export type Stage1 = Pick<MairAttr, 'device' | 'inner' | 'outer' | 'tagged' | 'xs'>;

/** Combines type and cacheability of two assigned encodings. */
export function combineMemory(s1: Stage1, s2: Stage2MemAttr): Memory {
  switch (s2.rule) {
    case 'force-wb':
      return { device: null, inner: writeBack(s1.inner), outer: writeBack(s1.outer) };
    case 'as-stage-1':
      return s1;
    default:
      return strictest(s1, s2);
  }
}

/**
 * Any Device beats Normal and the stricter of two Device types wins (ARM-ARM, table D8-97; with
 * FWB, R_GSDKZ). Two Normal stages give the weaker cacheability, inner with inner and outer with
 * outer (table D8-98); MemAttr 101 with FWB is Non-cacheable in both halves, the weakest.
 */
function strictest(s1: Stage1, s2: Stage2MemAttr): Memory {
  if (s1.device !== null) {
    return s2.device === null
      ? s1
      : { device: stricter(s1.device, s2.device), inner: null, outer: null };
  }
  if (s2.device !== null) return { device: s2.device, inner: null, outer: null };
  return { device: null, inner: weaker(s1.inner, s2.inner), outer: weaker(s1.outer, s2.outer) };
}

/** Hints and transience are always those of stage 1 (ARM-ARM, R_THYXB). */
function weaker(s1: Half | null, s2: Cacheability | null): Half {
  if (s1 === null || s2 === null) return NC;
  const limited = CACHEABILITIES.indexOf(s2) < CACHEABILITIES.indexOf(s1.cacheability);
  return limited ? half(s2, s1.hints, s1.transient) : s1;
}

/** MemAttr 110 keeps the hints of stage 1; where it has none, RWA non-transient (R_TBQKG). */
function writeBack(s1: Half | null): Half {
  return half('WB', s1?.hints ?? 'RWA', s1?.transient ?? false);
}
