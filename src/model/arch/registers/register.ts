import type { ModelError } from '../../base/error.ts';
import type { BitField, BitFinding, FieldSpec } from '../bits/bit-field.ts';

/** A register as data. */
export interface RegisterSpec {
  /** The name in full. */
  readonly title: string;
  /** Every bit once, highest first; some registers choose by the value, such as ESR_EL2 by EC. */
  readonly layout: readonly FieldSpec[] | ((value: bigint) => readonly FieldSpec[]);
  /** Ids of the sources of the layout. */
  readonly source: readonly string[];
}

/** Decode of a register value. Its fields cover all 64 bits, each once, highest first. */
export interface Register {
  readonly kind: 'register';
  /** Name of the register; null where it is none that the model knows. */
  readonly name: string | null;
  /** The name in full. */
  readonly title: string;
  /** The value as 0x and 16 digits; null for bad input. */
  readonly value: string | null;
  readonly fields: readonly BitField[];
  /** Reserved bits and reserved values; the decode beside them is whole. */
  readonly findings: readonly BitFinding[];
  readonly source: readonly string[];
  readonly error?: ModelError;
}
