import { readByFields } from '../../base/read-fields.ts';
import { BadInput } from '../../base/read-input.ts';
import { readWord } from '../../base/read-word.ts';
import { stage2LeafOf } from './leaf-of.ts';
import { NO_LEAF, type Stage2Leaf } from './leaf.ts';
import { LEAF_OPTION_FIELDS, optionsContradict, type LeafOptions } from './options.ts';

/**
 * Decodes a stage-2 descriptor: output address, memory type, permissions and the bits for
 * software, each with its position. A block where none is permitted, an invalid descriptor and a
 * table are answers too. Reserved bits that are set and reserved values are findings beside the
 * full decode. Not covered: Realm state, indirect permissions (VTCR_EL2.S2PIE) and overlays, and
 * 128-bit descriptors. Source: ARM-ARM, tables D8-48, D8-51, D8-53 and D8-55 of issue L.b.
 */
export function decodeStage2Leaf(value: bigint | number, options: LeafOptions): Stage2Leaf {
  const word = readWord('value', value);
  if (word instanceof BadInput) return { ...NO_LEAF, error: word.error };
  const read = readByFields(LEAF_OPTION_FIELDS, options);
  const o = read instanceof BadInput ? read : (optionsContradict(read) ?? read);
  return o instanceof BadInput ? { ...NO_LEAF, error: o.error } : stage2LeafOf(word, o);
}
