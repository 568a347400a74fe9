import { flag, type Field } from '../../base/field.ts';
import type { Reader } from '../../base/reader.ts';

/** SCTLR_EL1 as far as it concerns memory attributes. Each is 1 where it is left out. */
export interface Sctlr {
  /** M, bit 0: stage 1 is on. */
  readonly m?: boolean;
  /** C, bit 2: data accesses can be cacheable. */
  readonly c?: boolean;
  /** I, bit 12: instruction fetches can be cacheable. */
  readonly i?: boolean;
}

/** HCR_EL2 as far as it concerns memory attributes. Each is 0 where it is left out. */
export interface Hcr {
  /** FWB, bit 46: MemAttr in its FWB form. */
  readonly fwb?: boolean;
  /** DC, bit 12: stage 1 is off and yields Normal Write-Back. */
  readonly dc?: boolean;
  /** DCT, bit 57: with DC, what stage 1 yields is Tagged. */
  readonly dct?: boolean;
  /** CD, bit 32: stage 2 makes Normal memory Non-cacheable for data accesses. */
  readonly cd?: boolean;
  /** ID, bit 33: stage 2 makes Normal memory Non-cacheable for instruction fetches. */
  readonly id?: boolean;
}

const SCTLR: readonly Field[] = [
  flag('m', 'SCTLR_EL1.M: stage 1 is on', true),
  flag('c', 'SCTLR_EL1.C: data accesses can be cacheable', true),
  flag('i', 'SCTLR_EL1.I: instruction fetches can be cacheable', true),
];
const HCR: readonly Field[] = [
  flag('fwb', 'HCR_EL2.FWB'),
  flag('dc', 'HCR_EL2.DC: default cacheability'),
  flag('dct', 'HCR_EL2.DCT: default cacheability is Tagged'),
  flag('cd', 'HCR_EL2.CD: stage 2 data accesses are Non-cacheable'),
  flag('id', 'HCR_EL2.ID: stage 2 instruction fetches are Non-cacheable'),
];

/** The two registers as fields of an input. */
export const CONTROL_FIELDS: readonly Field[] = [
  {
    name: 'sctlr',
    meaning: 'SCTLR_EL1',
    accepts: { kind: 'record', fields: SCTLR, orNull: false },
    absent: 'optional',
  },
  {
    name: 'hcr',
    meaning: 'HCR_EL2',
    accepts: { kind: 'record', fields: HCR, orNull: false },
    absent: 'optional',
  },
];

/** Reads SCTLR_EL1. */
export function readSctlr(r: Reader, raw: unknown): Required<Sctlr> {
  const input = raw === undefined ? {} : r.object(raw);
  r.only(input, SCTLR);
  return {
    m: r.flag(input['m'], true),
    c: r.flag(input['c'], true),
    i: r.flag(input['i'], true),
  };
}

/** Reads HCR_EL2. */
export function readHcr(r: Reader, raw: unknown): Required<Hcr> {
  const input = raw === undefined ? {} : r.object(raw);
  r.only(input, HCR);
  return {
    fwb: r.flag(input['fwb'], false),
    dc: r.flag(input['dc'], false),
    dct: r.flag(input['dct'], false),
    cd: r.flag(input['cd'], false),
    id: r.flag(input['id'], false),
  };
}
