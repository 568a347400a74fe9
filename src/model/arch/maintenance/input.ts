import { flag, integer, optional, requiredFlag, type ReadOf } from '../../base/field.ts';

/** What `maintenanceNeeded` is asked. */
export interface MaintenanceInput {
  /** HCR_EL2.FWB. */
  readonly fwb: boolean;
  /** CTR_EL0.IDC, bit 28. */
  readonly idc: boolean;
  /** CTR_EL0.DIC, bit 29. */
  readonly dic: boolean;
  /** CLIDR_EL1.LoC, bits [26:24]. Where it is left out, not 0 is assumed. */
  readonly loc?: number;
  /** CLIDR_EL1.LoUU, bits [29:27]. Where it is left out, not 0, unless FWB says otherwise. */
  readonly louu?: number;
  /** CLIDR_EL1.LoUIS, bits [23:21]. Where it is left out, not 0, unless FWB says otherwise. */
  readonly louis?: number;
  /** MemAttr[3:0] of the stage-2 mapping. Default: Normal Write-Back, 0b0110 or 0b1111. */
  readonly memAttr?: number;
  /** The mapping is executable. Default true. */
  readonly executable?: boolean;
  /** Somebody wrote through a cacheable mapping before. Default true. */
  readonly cacheableWrites?: boolean;
}

/** The fields of the input. */
export const MAINTENANCE_FIELDS = [
  requiredFlag('fwb', 'HCR_EL2.FWB'),
  requiredFlag('idc', 'CTR_EL0.IDC'),
  requiredFlag('dic', 'CTR_EL0.DIC'),
  optional(integer('loc', 'CLIDR_EL1.LoC', 0, 7)),
  optional(integer('louu', 'CLIDR_EL1.LoUU', 0, 7)),
  optional(integer('louis', 'CLIDR_EL1.LoUIS', 0, 7)),
  optional(integer('memAttr', 'MemAttr[3:0], descriptor bits [5:2]', 0, 15)),
  flag('executable', 'the mapping is executable', true),
  flag('cacheableWrites', 'somebody wrote through a cacheable mapping', true),
] as const;

export type MaintenanceQuery = ReadOf<typeof MAINTENANCE_FIELDS>;
