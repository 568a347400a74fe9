import type { Trace } from '../../base/step.ts';
import type { Attributes } from '../attributes.ts';
import type { Stage1 } from '../combine/memory.ts';
import { MAIR_TABLE, type MairAttr } from '../mair.ts';
import { memoryName, type MemoryName } from '../memory-name.ts';
import type { AccessQuery, Stage1Query } from './input.ts';

const SOURCE = ['ARM-ARM', 'SAIL94'] as const;

/** The short name of what stage 1 yields; 'reserved' where a reserved byte leaves it open. */
export function stage1Name(s1: Stage1 | null): MemoryName {
  if (s1 === null) return 'reserved';
  return memoryName({ ...s1, type: s1.device === null ? 'Normal' : 'Device' });
}

/** Which control settles what stage 1 yields. */
export function stage1Steps(trace: Trace, q: Stage1Query, s1: Stage1 | null): void {
  const { dc, dct } = q.hcr;
  const name = stage1Name(s1);
  if (trace.ask('HCR_EL2.DC', 'HCR_EL2', { dc }, dc, SOURCE)) {
    trace.ask('stage-1 default', 'HCR_EL2.DC', { dct }, name, SOURCE);
    return;
  }
  const { m, c, i } = q.sctlr;
  const cacheable: Readonly<Record<string, boolean>> = q.access === 'data' ? { c } : { i };
  if (!trace.ask('SCTLR_EL1.M', 'SCTLR_EL1', { m }, m, SOURCE)) {
    const inputs = q.access === 'data' ? {} : cacheable;
    trace.ask('stage-1 off', 'SCTLR_EL1.M', { accessKind: q.access, ...inputs }, name, SOURCE);
    return;
  }
  const byte = MAIR_TABLE[q.s1Attr ?? 0] as MairAttr;
  trace.ask('MAIR_EL1.Attr', 'MAIR_ELx', { s1Attr: q.s1Attr }, memoryName(byte), SOURCE);
  const bit = q.access === 'data' ? 'SCTLR_EL1.C' : 'SCTLR_EL1.I';
  trace.ask(bit, 'SCTLR_EL1', { accessKind: q.access, ...cacheable }, name, SOURCE);
}

/** What HCR_EL2.{CD,ID} does; the step before is the combination of both stages. */
export function disableStep(trace: Trace, q: AccessQuery, result: Attributes | null): void {
  const data = q.access === 'data';
  const inputs = { accessKind: q.access, ...(data ? { cd: q.hcr.cd } : { id: q.hcr.id }) };
  const answer = result === null ? 'reserved' : memoryName(result);
  trace.ask(data ? 'HCR_EL2.CD' : 'HCR_EL2.ID', 'HCR_EL2', inputs, answer, SOURCE);
}
