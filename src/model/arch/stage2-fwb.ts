import { DEVICE_TYPES } from './device.ts';
import { NOTHING, type Stage2MemAttr } from './stage2-encoding.ts';

/** The manual only says "reserved" here; the pseudocode does something, which proves nothing. */
export const UNCONSTRAINED = 'not constrained here: do not assert a result';

/**
 * MemAttr[3:0] with HCR_EL2.FWB = 1 (ARM-ARM, R_ZNGNK, R_NQDNZ, R_JXGKQ, R_VRJSW, R_RHWZM).
 * Bit 3 is RES0 without FEAT_MTE_PERM and is ignored; with it, 1110 and 1111 add NoTagAccess
 * and the other values with bit 3 set are reserved.
 */
export function decodeWithFwb(memAttr: number, mtePerm: boolean): Stage2MemAttr {
  const low = memAttr & 7;
  const high = memAttr > 7;
  const base = { ...NOTHING, memAttr, fwb: true, res0Set: high && !mtePerm };
  if (low === 0b100 || (high && mtePerm && low < 0b110))
    return { ...base, permitted: UNCONSTRAINED };
  const noTagAccess = high && mtePerm;
  if (low < 0b100)
    return { ...base, type: 'Device', rule: 'device', device: DEVICE_TYPES[low] ?? 'nGnRnE' };
  if (low === 0b101)
    return { ...base, type: 'Normal', rule: 'normal-nc', inner: 'NC', outer: 'NC' };
  if (low === 0b110) {
    return { ...base, type: 'Normal', rule: 'force-wb', inner: 'WB', outer: 'WB', noTagAccess };
  }
  return { ...base, type: 'as-stage-1', rule: 'as-stage-1', noTagAccess };
}
