import type { ModelError } from '../base/error.ts';
import { flag, integer } from '../base/field.ts';
import { readByFields } from '../base/read-fields.ts';
import { BadInput, readInput } from '../base/read-input.ts';
import { MAIR_TABLE, reserved, type MairAttr } from './mair-table.ts';

/** Features that assign bytes which are reserved without them. Both are taken as implemented. */
export interface MairFeatures {
  /** FEAT_XS: 0x01, 0x05, 0x09, 0x0D, 0x40 and 0xA0 are assigned. Default true. */
  readonly xs?: boolean;
  /** FEAT_MTE2: 0xF0 is assigned. Default true. */
  readonly mte2?: boolean;
}

const ATTR = [integer('attr', 'attribute byte of MAIR_ELx', 0, 255)];
const FEATURES = [
  flag('xs', 'FEAT_XS is implemented', true),
  flag('mte2', 'FEAT_MTE2 is implemented', true),
] as const;

/** The byte, and the features that it is read with. */
export const MAIR_FIELDS = [...ATTR, ...FEATURES] as const;

/**
 * Decodes one byte of MAIR_ELx: outer nibble [7:4], inner nibble [3:0]. A reserved byte is an
 * answer with what is permitted. A value that is no byte gives type 'invalid' with an error.
 * Source: ARM-ARM, MAIR_ELx; SAIL94.
 */
export function decodeMairAttr(attr: number, features: MairFeatures = {}): MairAttr {
  const byte = readInput(ATTR, { attr }, (r) => r.integer(attr, 0, 255, undefined));
  if (byte instanceof BadInput) return invalid(byte.error);
  const has = readByFields(FEATURES, features);
  if (has instanceof BadInput) return invalid(has.error);
  const decoded = MAIR_TABLE[byte] as MairAttr;
  const missing =
    (decoded.requires === 'FEAT_XS' && !has.xs) || (decoded.requires === 'FEAT_MTE2' && !has.mte2);
  return missing ? reserved(byte, decoded.requires) : decoded;
}

function invalid(error: ModelError): MairAttr {
  return { ...reserved(null, null), type: 'invalid', permitted: null, error };
}
