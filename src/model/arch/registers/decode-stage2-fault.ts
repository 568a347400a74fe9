import { BadInput } from '../../base/read-input.ts';
import { readWords } from '../../base/read-words.ts';
import { NO_FAULT, stage2FaultOf, type Stage2Fault } from './stage2-fault.ts';

/** The three registers that describe an abort taken to EL2. */
export interface Stage2FaultInput {
  /** ESR_EL2. */
  readonly esr: bigint | number;
  /** HPFAR_EL2. */
  readonly hpfar: bigint | number;
  /** FAR_EL2. */
  readonly far: bigint | number;
}

/**
 * The faulting IPA from ESR_EL2, HPFAR_EL2 and FAR_EL2, for an abort of EL1 or EL0 with
 * HCR_EL2.TGE = 0. FIPA gives bits [55:12] and FAR_EL2 bits [11:0]. On a stage-1 table walk
 * FAR_EL2 holds the address that was being translated, so only the page is known. HPFAR_EL2 is
 * not written for a Permission fault outside a walk: then software translates FAR_EL2 itself.
 * With FEAT_MOPS the low bits of a Memory Copy or Memory Set are UNKNOWN.
 * Source: ARM-ARM, HPFAR_EL2 and R_FKLWR.
 */
export function decodeStage2Fault(input: Stage2FaultInput): Stage2Fault {
  const words = readWords(input, ['esr', 'hpfar', 'far']);
  return words instanceof BadInput ? { ...NO_FAULT, error: words.error } : stage2FaultOf(words);
}
