import { readByFields } from '../../base/read-fields.ts';
import { BadInput } from '../../base/read-input.ts';
import { readWord } from '../../base/read-word.ts';
import { optionsContradict } from '../leaf/options.ts';
import { NO_STAGE1_LEAF, stage1LeafOf, type Stage1Leaf } from './leaf-of.ts';
import { STAGE1_LEAF_FIELDS, type Stage1LeafOptions } from './options.ts';

/**
 * Decodes a descriptor of a stage-1 table. Its bits are not those of stage 2: AttrIndx [4:2] picks a
 * byte of MAIR_ELx, and bit 5 is NS. A table, an invalid descriptor and a block where none is
 * permitted are answers too. Not covered: permission indirection and overlays, FEAT_AIE, FEAT_MEC, and
 * 128-bit descriptors. Source: ARM-ARM, tables D8-50 and D8-52 of issue L.b; SAIL94 for the regimes.
 */
export function decodeStage1Leaf(value: bigint | number, options: Stage1LeafOptions): Stage1Leaf {
  const word = readWord('value', value);
  if (word instanceof BadInput) return { ...NO_STAGE1_LEAF, error: word.error };
  const read = readByFields(STAGE1_LEAF_FIELDS, options);
  const o = read instanceof BadInput ? read : (optionsContradict(read) ?? read);
  return o instanceof BadInput ? { ...NO_STAGE1_LEAF, error: o.error } : stage1LeafOf(word, o);
}
