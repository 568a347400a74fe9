import { BadInput, readInput } from '../base/read-input.ts';
import type { ModelError } from '../base/error.ts';
import { named } from '../base/field.ts';
import { SH_NAMES, SH_PERMITTED, type Shareability } from './sh-names.ts';

/** Decode of an SH field. */
export interface ShField {
  readonly kind: 'shareability';
  readonly sh: number | null;
  readonly shareability: Shareability | 'reserved' | 'invalid';
  /** What is permitted for the reserved value; null for the others. */
  readonly permitted: string | null;
  readonly error?: ModelError;
}

/** The field SH of an input: 0 to 3, or a name; Inner Shareable where it is left out. */
export const SH_FIELD = named(
  'sh',
  'SH field of the descriptor: 0 NSH, 1 reserved, 2 OSH, 3 ISH',
  3,
  SH_NAMES,
  { default: 3 },
);

const TABLE: readonly ShField[] = SH_NAMES.map((shareability, sh) =>
  Object.freeze({
    kind: 'shareability',
    sh,
    shareability,
    permitted: shareability === 'reserved' ? SH_PERMITTED : null,
  }),
);

/**
 * Decodes SH[1:0] of a stage-1 or stage-2 descriptor, bits [9:8]. Source: ARM-ARM.
 * With VTCR_EL2.DS = 1 those bits hold address bits and VTCR_EL2.SH0 supplies the value.
 */
export function decodeShareability(sh: number): ShField {
  const read = readInput([{ ...SH_FIELD, absent: 'required' }], { sh }, (r) =>
    r.integer(sh, 0, 3, undefined),
  );
  if (read instanceof BadInput) {
    return {
      kind: 'shareability',
      sh: null,
      shareability: 'invalid',
      permitted: null,
      error: read.error,
    };
  }
  return TABLE[read] as ShField;
}
