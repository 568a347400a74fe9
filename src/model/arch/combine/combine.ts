import { BadInput, readInput } from '../../base/read-input.ts';
import { Trace } from '../../base/step.ts';
import type { Attributes } from '../attributes.ts';
import { MAIR_TABLE, type MairAttr } from '../mair-table.ts';
import { SH_NAMES } from '../sh-names.ts';
import { stage2MemAttr } from '../stage2-table.ts';
import { answer, refusal, type Combined } from './combined.ts';
import { COMBINE_FIELDS, readCombine, type CombineInput } from './input.ts';
import { mayHandOnOsh, outcome, type Stages } from './outcome.ts';
import { findings, permittedResults } from './reserved.ts';
import { decodeSteps, reservedStep, resultSteps } from './steps.ts';

/**
 * Combines the attributes of stage 1 and stage 2 for an EL1&0 data access with both stages on
 * (FEAT_XS and FEAT_MTE2 implemented, SCTLR_EL1.C = 1, HCR_EL2.{CD,DC} = 0, VTCR_EL2.DS = 0).
 * Reserved encodings are answers: `permitted` lists what the architecture permits, `findings`
 * names them. A value outside a field gives type 'invalid' with an error; nothing is thrown.
 * Source: ARM-ARM, section D8.6; SAIL94.
 */
export function combineStages(input: CombineInput): Combined {
  const q = readInput(COMBINE_FIELDS, input, readCombine);
  if (q instanceof BadInput) return refusal(q.error);
  const s1 = MAIR_TABLE[q.s1.attr] as MairAttr;
  const s2 = stage2MemAttr(q.s2.memAttr, q.fwb, q.mtePerm);
  const s1Sh = SH_NAMES[q.s1.sh] ?? 'reserved';
  const s2Sh = SH_NAMES[q.s2.sh] ?? 'reserved';
  const found = findings(q, s1, s2);
  const trace = new Trace();
  decodeSteps(trace, q, s1, s2);
  if (
    s1.permitted === null &&
    s2.permitted === null &&
    s1Sh !== 'reserved' &&
    s2Sh !== 'reserved'
  ) {
    const permitted = outcomes({ s1, s1Sh, s2, s2Sh, fnxs: q.s2.fnxs });
    const usual = permitted[0] as Attributes;
    resultSteps(trace, q, s1, s2, permitted);
    return answer(usual, permitted, found, trace.steps);
  }
  const { results, agreed } = permittedResults(q, s1, s2);
  reservedStep(trace, found, results.length);
  return answer(agreed, results, found, trace.steps);
}

/** The usual outcome, and the other permitted one where it differs (ARM-ARM, R_NSCNC). */
function outcomes(stages: Stages): Attributes[] {
  const usual = outcome(stages, stages.s1Sh);
  if (!mayHandOnOsh(stages.s1)) return [usual];
  const other = outcome(stages, 'OSH');
  return other === usual ? [usual] : [usual, other];
}
