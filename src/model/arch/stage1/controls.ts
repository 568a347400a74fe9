import { flag, optional, record, type ReadOf } from '../../base/field.ts';
import { blankOf } from '../../base/read-fields.ts';

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

const SCTLR = [
  flag('m', 'SCTLR_EL1.M: stage 1 is on', true),
  flag('c', 'SCTLR_EL1.C: data accesses can be cacheable', true),
  flag('i', 'SCTLR_EL1.I: instruction fetches can be cacheable', true),
] as const;
const HCR = [
  flag('fwb', 'HCR_EL2.FWB'),
  flag('dc', 'HCR_EL2.DC: default cacheability'),
  flag('dct', 'HCR_EL2.DCT: default cacheability is Tagged'),
  flag('cd', 'HCR_EL2.CD: stage 2 data accesses are Non-cacheable'),
  flag('id', 'HCR_EL2.ID: stage 2 instruction fetches are Non-cacheable'),
] as const;

/** The two registers as fields of an input. */
export const CONTROL_FIELDS = [
  optional(record('sctlr', 'SCTLR_EL1', SCTLR)),
  optional(record('hcr', 'HCR_EL2', HCR)),
] as const;

type Controls = ReadOf<typeof CONTROL_FIELDS>;

/** The registers with every bit; a register that was left out has its defaults. */
export const controlsOf = ({ sctlr, hcr }: Controls) => ({
  sctlr: sctlr ?? blankOf(SCTLR),
  hcr: hcr ?? blankOf(HCR),
});
