/** What a value of a field says, or null where the value is reserved. */
export type Say = (value: number, word: bigint) => string | null;

/** One field of a register or of a descriptor, as the manual defines it. */
export interface FieldSpec {
  /** The name in the Arm ARM; RES0, RES1 and IGNORED for bits without a field. */
  readonly name: string;
  /** Highest bit. */
  readonly hi: number;
  /** Lowest bit. */
  readonly lo: number;
  /** What the field says, in a few words; empty for bits without a field. */
  readonly about: string;
  /** Feature without which the field is RES0; null where it is always there. */
  readonly requires: string | null;
  readonly says: Say;
}

/** One field of a decoded value. */
export interface BitField {
  /** The name in the Arm ARM; RES0, RES1 and IGNORED for bits without a field. */
  readonly name: string;
  /** Bit positions, such as '46' or '43:40'. */
  readonly bits: string;
  readonly hi: number;
  readonly lo: number;
  /** The value; null where the field is wider than 53 bits. */
  readonly value: number | null;
  /** The value as 0x and digits. */
  readonly hex: string;
  /** What the field says, in a few words. */
  readonly about: string;
  /** What this value says. */
  readonly meaning: string;
  /** Feature without which the field is RES0; null where it is always there. */
  readonly requires: string | null;
}

/** Something about a value that the reader should know beside its decode. */
export interface BitFinding {
  /** Name of the field. */
  readonly field: string;
  /** Bit positions, such as '46' or '43:40'. */
  readonly bits: string;
  /** A RES0 bit that is set, a RES1 bit that is clear, or a reserved value. */
  readonly finding: 'res0-set' | 'res1-clear' | 'reserved';
  /** What follows. */
  readonly meaning: string;
}

/** A field by its name; null where there is none. The first of several RES0 fields. */
export function fieldNamed(fields: readonly BitField[], name: string): BitField | null {
  return fields.find((field) => field.name === name) ?? null;
}
