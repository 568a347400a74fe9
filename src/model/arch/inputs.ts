import type { Field } from '../base/field.ts';
import { COMBINE_FIELDS } from './combine/input.ts';
import { LEAF_FIELDS } from './leaf/encode-input.ts';
import { LEAF_OPTION_FIELDS } from './leaf/options.ts';
import { MAINTENANCE_FIELDS } from './maintenance/input.ts';
import { MAIR_FIELDS } from './mair.ts';
import { SH_FIELD } from './shareability.ts';
import { STAGE1_LEAF_FIELDS } from './stage1-leaf/options.ts';
import { ACCESS_FIELDS, STAGE1_FIELDS } from './stage1/input.ts';
import { STAGE2_FIELDS } from './stage2-memattr.ts';

/**
 * What the functions of the architecture take, by their names: fields of an input, and values that are
 * handed over beside it. A descriptor and the value of a register have no fields of their own.
 */
export const ARCH_INPUTS = {
  decodeMairAttr: MAIR_FIELDS,
  decodeShareability: [SH_FIELD],
  decodeStage2MemAttr: STAGE2_FIELDS,
  decodeStage2Leaf: LEAF_OPTION_FIELDS,
  decodeStage1Leaf: STAGE1_LEAF_FIELDS,
  encodeStage2Leaf: LEAF_FIELDS,
  combineStages: COMBINE_FIELDS,
  stage1Attributes: STAGE1_FIELDS,
  accessAttributes: ACCESS_FIELDS,
  maintenanceNeeded: MAINTENANCE_FIELDS,
} as const satisfies Readonly<Record<string, readonly Field[]>>;
