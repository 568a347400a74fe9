import type { StepValue, Trace } from '../../base/step.ts';
import type { Attributes } from '../attributes.ts';
import type { Stage1 } from '../combine/memory.ts';
import { stage2Says } from '../combine/steps.ts';
import { MAIR_TABLE, type MairAttr } from '../mair-table.ts';
import { memoryName, type MemoryName } from '../memory-name.ts';
import type { Stage2MemAttr } from '../stage2-encoding.ts';
import type { AccessQuery, Stage1Query } from './input.ts';

const SOURCE = ['ARM-ARM', 'SAIL94'] as const;

type Inputs = Readonly<Record<string, StepValue>>;

/** Which control settles what stage 1 yields; null where a reserved byte leaves it open. */
export function stage1Steps(trace: Trace, q: Stage1Query, s1: Stage1 | null): void {
  const name = stage1Name(s1);
  const { dc, dct } = q.hcr;
  if (trace.ask('HCR_EL2.DC', 'HCR_EL2', { 'HCR_EL2.DC': bit(dc) }, dc, SOURCE)) {
    trace.ask('stage-1 default', 'HCR_EL2.DC', { 'HCR_EL2.DCT': bit(dct) }, name, SOURCE);
    return;
  }
  const { m, c, i } = q.sctlr;
  const data = q.access === 'data';
  const { access } = q;
  const cacheable: Inputs = data ? { 'SCTLR_EL1.C': bit(c) } : { 'SCTLR_EL1.I': bit(i) };
  if (!trace.ask('SCTLR_EL1.M', 'SCTLR_EL1', { 'SCTLR_EL1.M': bit(m) }, m, SOURCE)) {
    const inputs = data ? { access } : { access, ...cacheable };
    trace.ask('stage-1 off', 'SCTLR_EL1.M', inputs, name, SOURCE);
    return;
  }
  const s1Attr = q.s1?.attr ?? 0;
  const byte = MAIR_TABLE[s1Attr] as MairAttr;
  trace.ask('MAIR_EL1.Attr', 'MAIR_ELx', { s1Attr }, memoryName(byte), SOURCE);
  const check = data ? 'SCTLR_EL1.C' : 'SCTLR_EL1.I';
  trace.ask(check, 'SCTLR_EL1', { access, ...cacheable }, name, SOURCE);
}

/** What stage 2 says, and what HCR_EL2.{CD,ID} makes of it; null where that is open. */
export function stage2Steps(
  trace: Trace,
  q: AccessQuery,
  s2: Stage2MemAttr,
  result: Attributes | null,
): void {
  const { access, hcr } = q;
  const rule = hcr.fwb ? 'R_ZNGNK' : 'R_HMNDG';
  const inputs = { s2MemAttr: q.s2.memAttr, 'HCR_EL2.FWB': bit(hcr.fwb), mtePerm: q.mtePerm };
  trace.ask('MemAttr[3:0]', rule, inputs, stage2Says(s2), SOURCE);
  const check = access === 'data' ? 'HCR_EL2.CD' : 'HCR_EL2.ID';
  const disabled = access === 'data' ? hcr.cd : hcr.id;
  const answer = result === null ? 'reserved' : memoryName(result);
  trace.ask(check, 'HCR_EL2', { access, [check]: bit(disabled) }, answer, SOURCE);
}

function stage1Name(s1: Stage1 | null): MemoryName {
  if (s1 === null) return 'reserved';
  return memoryName({ ...s1, type: s1.device === null ? 'Normal' : 'Device' });
}

function bit(set: boolean): number {
  return set ? 1 : 0;
}
