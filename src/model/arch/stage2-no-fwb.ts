import { DEVICE_TYPES } from './device.ts';
import type { Cacheability } from './half.ts';
import { NOTHING, type Stage2MemAttr } from './stage2-encoding.ts';

const CACHEABILITY: readonly (Cacheability | null)[] = [null, 'NC', 'WT', 'WB'];

/**
 * MemAttr[3:0] with HCR_EL2.FWB = 0 (ARM-ARM, R_HMNDG): 00dd Device, otherwise outer [3:2] and
 * inner [1:0] cacheability. An inner half of 00 is reserved and acts as NC, WT or WB; 0100 is
 * Normal Write-Back without tag access where FEAT_MTE_PERM is implemented.
 */
export function decodeWithoutFwb(memAttr: number, mtePerm: boolean): Stage2MemAttr {
  const base = { ...NOTHING, memAttr, fwb: false };
  const outer = CACHEABILITY[memAttr >> 2] ?? null;
  const inner = CACHEABILITY[memAttr & 3] ?? null;
  if (outer === null) {
    return {
      ...base,
      type: 'Device',
      rule: 'combine',
      device: DEVICE_TYPES[memAttr & 3] ?? 'nGnRnE',
    };
  }
  if (inner !== null) return { ...base, type: 'Normal', rule: 'combine', inner, outer };
  if (memAttr === 0b0100 && mtePerm) {
    return {
      ...base,
      type: 'Normal',
      rule: 'combine',
      inner: 'WB',
      outer: 'WB',
      noTagAccess: true,
    };
  }
  const permitted = `outer ${outer}; inner NC, WT or WB`;
  return { ...base, outer, permitted, actsAs: [memAttr | 1, memAttr | 2, memAttr | 3] };
}
