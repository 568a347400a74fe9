import type { ModelError } from '../base/error.ts';
import { flag, integer, requiredFlag } from '../base/field.ts';
import { readByFields } from '../base/read-fields.ts';
import { BadInput, readInput } from '../base/read-input.ts';
import { NOTHING, type Stage2MemAttr } from './stage2-encoding.ts';
import { stage2MemAttr } from './stage2-table.ts';

/** How the encoding is to be read. */
export interface Stage2Options {
  /** HCR_EL2.FWB. */
  readonly fwb: boolean;
  /** FEAT_MTE_PERM is implemented. Default false. */
  readonly mtePerm?: boolean;
}

const MEM_ATTR = [integer('memAttr', 'MemAttr[3:0], descriptor bits [5:2]', 0, 15)];
const OPTIONS = [
  requiredFlag('fwb', 'HCR_EL2.FWB'),
  flag('mtePerm', 'FEAT_MTE_PERM is implemented'),
] as const;

/** The encoding, and how it is to be read. */
export const STAGE2_FIELDS = [...MEM_ATTR, ...OPTIONS] as const;

/**
 * Decodes MemAttr[3:0] of a stage-2 block or page descriptor, bits [5:2]. A reserved encoding is
 * an answer with what is permitted; a value outside the field gives type 'invalid' with an error.
 * Source: ARM-ARM, R_HMNDG (FWB = 0), R_ZNGNK and following (FWB = 1); SAIL94.
 */
export function decodeStage2MemAttr(memAttr: number, options: Stage2Options): Stage2MemAttr {
  const field = readInput(MEM_ATTR, { memAttr }, (r) => r.integer(memAttr, 0, 15, undefined));
  if (field instanceof BadInput) return invalid(field.error);
  const how = readByFields(OPTIONS, options);
  if (how instanceof BadInput) return invalid(how.error);
  return stage2MemAttr(field, how.fwb, how.mtePerm);
}

function invalid(error: ModelError): Stage2MemAttr {
  return { ...NOTHING, type: 'invalid', rule: 'invalid', error };
}
