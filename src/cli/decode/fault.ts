import { decodeStage2Fault } from '../../model/index.ts';
import { word64 } from '../number.ts';
import { UsageError } from '../usage-error.ts';
import type { Subject } from './subject.ts';

const EXAMPLE = 'npm run -s stage-two -- decode fault 0x93800047 0x90000 0xffff800000123018';

/** `decode fault ESR HPFAR FAR`: the three registers of EL2 together. */
export const fault: Subject = {
  operands: ['ESR_EL2, a 64-bit value', 'HPFAR_EL2, a 64-bit value', 'FAR_EL2, a 64-bit value'],
  options: [],
  example: EXAMPLE,
  decode: (texts) => {
    const words = texts.map((text) => word64(text, 'a 64-bit value in hexadecimal', EXAMPLE));
    const wrong = words.find((word) => word instanceof UsageError);
    if (wrong) return wrong;
    const [esr, hpfar, far] = words as bigint[];
    return decodeStage2Fault({ esr: esr ?? 0n, hpfar: hpfar ?? 0n, far: far ?? 0n });
  },
};
