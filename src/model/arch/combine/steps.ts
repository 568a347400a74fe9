import type { Trace } from '../../base/step.ts';
import type { Attributes } from '../attributes.ts';
import type { Half } from '../half.ts';
import type { MairAttr } from '../mair-table.ts';
import { memoryName } from '../memory-name.ts';
import { SH_NAMES } from '../sh-names.ts';
import type { Stage2MemAttr } from '../stage2-encoding.ts';
import type { Finding } from './combined.ts';
import type { CombineQuery } from './input.ts';

const SOURCE = ['ARM-ARM', 'SAIL94'] as const;

/** What the two encodings say. */
export function decodeSteps(trace: Trace, q: CombineQuery, s1: MairAttr, s2: Stage2MemAttr): void {
  trace.ask('MAIR_EL1.Attr', 'MAIR_ELx', { s1Attr: q.s1.attr }, memoryName(s1), SOURCE);
  const rule = q.fwb ? 'R_ZNGNK' : 'R_HMNDG';
  trace.ask(
    'MemAttr[3:0]',
    rule,
    { s2MemAttr: q.s2.memAttr, 'HCR_EL2.FWB': q.fwb ? 1 : 0, mtePerm: q.mtePerm },
    stage2Says(s2),
    SOURCE,
  );
}

/** How an assigned pair gives its result. The step that settles the memory type decides. */
export function resultSteps(
  trace: Trace,
  q: CombineQuery,
  s1: MairAttr,
  s2: Stage2MemAttr,
  permitted: readonly Attributes[],
): void {
  const result = permitted[0] as Attributes;
  const stages = { stage1: memoryName(s1), stage2: stage2Says(s2) };
  trace.ask('memory type', typeRule(s1, s2), stages, memoryName(result), SOURCE);
  trace.decided();
  if (result.inner !== null && result.outer !== null && memoryName(result) !== 'NC') {
    const inputs = { stage1Inner: hints(s1.inner), stage1Outer: hints(s1.outer) };
    trace.ask(
      'allocation hints',
      'R_THYXB, R_TBQKG',
      inputs,
      bothHints(result.inner, result.outer),
      SOURCE,
    );
  }
  const sh = { s1Sh: SH_NAMES[q.s1.sh] ?? null, s2Sh: SH_NAMES[q.s2.sh] ?? null };
  trace.ask(
    'shareability',
    'table D8-103',
    { ...sh, type: memoryName(result) },
    result.shareability,
    SOURCE,
  );
  const other = permitted[1];
  if (other !== undefined) {
    trace.ask(
      'OSH enters stage 2 instead',
      'R_NSCNC',
      { stage1: stages.stage1 },
      other.shareability,
      SOURCE,
    );
  }
  if (s1.tagged === true)
    trace.ask('Tagged', 'MAIR_ELx', { type: memoryName(result) }, result.tagged, SOURCE);
  if (s2.noTagAccess)
    trace.ask('NoTagAccess', 'R_ZNGNK', { tagged: result.tagged }, result.noTagAccess, SOURCE);
  trace.ask('XS', 'FEAT_XS', { stage1Xs: s1.xs, fnxs: q.s2.fnxs }, result.xs, SOURCE);
}

/** Where an input is reserved, the permitted results are the answer. */
export function reservedStep(trace: Trace, found: readonly Finding[], count: number): void {
  const inputs: Record<string, string> = {};
  for (const { field, finding } of found) inputs[field] = finding;
  trace.ask('reserved encoding', 'CONSTRAINED UNPREDICTABLE', inputs, count, SOURCE);
  trace.decided();
}

/** What an encoding says, in a few letters. */
export function stage2Says(s2: Stage2MemAttr): string {
  if (s2.rule === 'force-wb') return 'force WB';
  if (s2.rule === 'normal-nc') return 'NC unless Device';
  return memoryName(s2);
}

function typeRule(s1: MairAttr, s2: Stage2MemAttr): string {
  if (s2.rule === 'force-wb') return s1.type === 'Device' ? 'R_RMTWN' : 'MemAttr 110';
  if (s2.rule === 'as-stage-1') return 'MemAttr 111';
  if (s2.rule === 'normal-nc') return 'MemAttr 101';
  if (s2.rule === 'device') return 'R_GSDKZ';
  return s1.type === 'Device' || s2.type === 'Device' ? 'table D8-97' : 'table D8-98';
}

function hints(half: Half | null): string | null {
  if (half === null) return null;
  return half.transient === true ? `${half.hints} transient` : half.hints;
}

function bothHints(inner: Half, outer: Half): string {
  const i = hints(inner) ?? 'no hints';
  const o = hints(outer) ?? 'no hints';
  return i === o ? i : `inner ${i}, outer ${o}`;
}
