import type { ModelError } from '../base/error.ts';
import { DEVICE_TYPES, type DeviceType } from './device.ts';
import { half, halfOfNibble, NC, type Half } from './half.ts';

/** What the architecture permits for a reserved byte (ARM-ARM). */
export const MAIR_PERMITTED = 'CONSTRAINED UNPREDICTABLE: behaves as some assigned byte';

/** Decode of one attribute byte of MAIR_ELx. */
export interface MairAttr {
  readonly kind: 'mair';
  /** The byte, 0 to 255; null for bad input. */
  readonly attr: number | null;
  readonly type: 'Device' | 'Normal' | 'reserved' | 'invalid';
  readonly device: DeviceType | null;
  readonly inner: Half | null;
  readonly outer: Half | null;
  /** Tagged; null where reserved. */
  readonly tagged: boolean | null;
  /** XS attribute; null where reserved. */
  readonly xs: boolean | null;
  /** Device, or inner and outer Non-cacheable: the effective shareability is OSH. */
  readonly alwaysOsh: boolean | null;
  /** Feature without which the byte is reserved; null for a byte that is reserved anyway. */
  readonly requires: 'none' | 'FEAT_XS' | 'FEAT_MTE2' | null;
  /** What is permitted for a reserved byte; null where assigned. */
  readonly permitted: string | null;
  readonly error?: ModelError;
}

type Requires = Exclude<MairAttr['requires'], null>;

/** With every feature, by byte. */
export const MAIR_TABLE: readonly MairAttr[] = Array.from({ length: 256 }, (_, attr) =>
  decode(attr),
);

function decode(attr: number): MairAttr {
  const outer = attr >> 4;
  const inner = attr & 15;
  if (outer === 0) {
    if ((inner & 2) !== 0) return reserved(attr, null);
    const xs = (inner & 1) === 0;
    return device(attr, DEVICE_TYPES[inner >> 2] ?? 'nGnRnE', xs);
  }
  if (inner !== 0) return normal(attr, halfOfNibble(inner), halfOfNibble(outer));
  if (attr === 0x40) return normal(attr, NC, NC, 'FEAT_XS');
  if (attr === 0xa0)
    return normal(attr, half('WT', 'RA', false), half('WT', 'RA', false), 'FEAT_XS');
  if (attr === 0xf0)
    return normal(attr, half('WB', 'RWA', false), half('WB', 'RWA', false), 'FEAT_MTE2');
  return reserved(attr, null);
}

function device(attr: number, type: DeviceType, xs: boolean): MairAttr {
  const requires = xs ? 'none' : 'FEAT_XS';
  return Object.freeze({
    ...reserved(attr, requires),
    type: 'Device',
    device: type,
    tagged: false,
    xs,
    alwaysOsh: true,
    permitted: null,
  });
}

function normal(attr: number, inner: Half, outer: Half, requires: Requires = 'none'): MairAttr {
  const writeBack = inner.cacheability === 'WB' && outer.cacheability === 'WB';
  return Object.freeze({
    ...reserved(attr, requires),
    type: 'Normal',
    inner,
    outer,
    tagged: requires === 'FEAT_MTE2',
    xs: !(writeBack || requires === 'FEAT_XS'),
    alwaysOsh: inner === NC && outer === NC,
    permitted: null,
  });
}

/** A byte that is reserved, without the features that it needs. */
export function reserved(attr: number | null, requires: MairAttr['requires']): MairAttr {
  return Object.freeze({
    kind: 'mair',
    attr,
    type: 'reserved',
    device: null,
    inner: null,
    outer: null,
    tagged: null,
    xs: null,
    alwaysOsh: null,
    requires,
    permitted: MAIR_PERMITTED,
  });
}
