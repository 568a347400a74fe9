import { combineStages, decodeMairAttr, memoryName } from '../../../model/index.ts';
import type { MemoryName } from '../../../model/index.ts';

/** MAIR_EL1 bytes of what a guest may ask for. */
const ASKS = { wb: 0xff, nc: 0x44, device: 0x04 } as const;

/** What a guest asks for in its own table. */
export type Asked = keyof typeof ASKS;

/** The choices of what a guest asks for, for a field. */
export const ASKED_OPTIONS = [
  ['wb', 'Write-Back'],
  ['nc', 'Non-cacheable'],
  ['device', 'Device'],
] as const;

/** The same in a sentence. */
export const inSentence = (asked: Asked): string =>
  ({ wb: 'Write-Back', nc: 'Non-cacheable', device: 'Device-nGnRE' })[asked];

/** seenBy is the type of the guest's accesses: what its table asks for, combined with stage 2; null where there is no leaf. */
export function seenBy(asked: Asked, memAttr: number, fwb: boolean): MemoryName;
export function seenBy(asked: Asked, memAttr: number | null, fwb: boolean): MemoryName | null;
export function seenBy(asked: Asked, memAttr: number | null, fwb: boolean): MemoryName | null {
  if (memAttr === null) return null;
  return memoryName(combineStages({ s1: { attr: ASKS[asked] }, s2: { memAttr }, fwb }));
}

/** alone is the type of a mapping that no stage 2 stands under, such as one of the host. */
export const alone = (asked: Asked): MemoryName => memoryName(decodeMairAttr(ASKS[asked]));
