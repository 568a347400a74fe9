/** A feature bit of every CPU of a host; null where nobody has read it. */
export type Bit = 0 | 1 | null;

/** What figures show of a CPU of the list. */
export interface ListedCpu {
  readonly cpu: string;
  /** MIDR_EL1 in hexadecimal. */
  readonly midr?: string | undefined;
  /** ID_AA64MMFR2_EL1.FWB. */
  readonly fwb: Bit;
  /** CTR_EL0.IDC. */
  readonly idc: Bit;
  /** CTR_EL0.DIC. */
  readonly dic: Bit;
  /** What the bits were read from. */
  readonly evidence: string;
  readonly source: readonly string[];
  readonly status: string;
}
