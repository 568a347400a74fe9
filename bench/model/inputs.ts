import {
  decodeMairAttr,
  decodeStage2MemAttr,
  type CombineInput,
  type FaultInput,
} from '../../src/model/index.ts';

const FLAGS = [false, true];

/** Faults over every flag of the VMA and the host, every access, with all fields given. */
export function faultInputs(): FaultInput[] {
  const inputs: FaultInput[] = [];
  for (let bits = 0; bits < 2 ** 10; bits++) {
    const bit = (n: number) => (bits & (1 << n)) !== 0;
    for (const access of ['read', 'write', 'exec'] as const) {
      for (let attrIndx = 0; attrIndx < 5; attrIndx++) {
        const vma = {
          vmPfnmap: bit(0),
          vmMixedmap: bit(1),
          vmAllowAnyUncached: bit(2),
          vmMteAllowed: bit(3),
          attrIndx,
        };
        const host = {
          pfnIsMapMemory: bit(4),
          fwb: bit(5),
          dic: bit(6),
          vmHasMte: bit(7),
          mapWritable: true,
        };
        const fault = { access, permissionFault: bit(8), dirtyLogging: bit(9), pkvmHost: false };
        inputs.push({ vma, ...host, ...fault, pfnLookup: 'ok', invalidateRetry: false });
      }
    }
  }
  return inputs;
}

/** The complete table of combining: every pair of assigned encodings, all three shareabilities. */
export function combineInputs(): CombineInput[] {
  const bytes = Array.from({ length: 256 }, (_, attr) => attr).filter(
    (attr) => decodeMairAttr(attr).type !== 'reserved',
  );
  const inputs: CombineInput[] = [];
  for (const fwb of FLAGS) {
    for (const mtePerm of FLAGS) {
      for (let memAttr = 0; memAttr < 16; memAttr++) {
        const { type, res0Set } = decodeStage2MemAttr(memAttr, { fwb, mtePerm });
        if (type === 'reserved' || res0Set) continue;
        for (const attr of bytes)
          for (const s1Sh of [0, 2, 3])
            for (const s2Sh of [0, 2, 3])
              inputs.push({ s1: { attr, sh: s1Sh }, s2: { memAttr, sh: s2Sh }, fwb, mtePerm });
      }
    }
  }
  return inputs;
}
