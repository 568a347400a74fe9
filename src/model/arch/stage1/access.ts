import { BadInput } from '../../base/read-input.ts';
import { Trace } from '../../base/step.ts';
import type { Attributes } from '../attributes.ts';
import { answer, refusal, type Combined, type Finding } from '../combine/combined.ts';
import { agreement } from '../combine/reserved.ts';
import { SH_CANDIDATES, SH_NAMES, SH_PERMITTED } from '../sh-names.ts';
import type { Stage2MemAttr } from '../stage2-encoding.ts';
import { stage2MemAttr } from '../stage2-table.ts';
import { readAccess, type AccessInput, type AccessQuery } from './input.ts';
import { bothStages } from './rules.ts';
import { stage1Candidates } from './stage1.ts';
import { stage1Steps, stage2Steps } from './steps.ts';

const RES0 = 'MemAttr[3] is RES0 without FEAT_MTE_PERM: a software error, the bit is ignored';

/**
 * The attributes of a data access or an instruction fetch of EL1 or EL0 with stage 2 on, under
 * SCTLR_EL1.{M,C,I} and HCR_EL2.{FWB,DC,DCT,CD,ID} (FEAT_XS and FEAT_MTE2 implemented,
 * VTCR_EL2.DS = 0). With M = 1, C = 1 and the rest clear it is `combineStages` for data. A fetch
 * whose combined type is Device may fault instead of being made as Normal Non-cacheable.
 * `permitted` lists every answer that the architecture permits, the usual one first.
 * Source: ARM-ARM, section D8.6, SCTLR_EL1, HCR_EL2; SAIL94.
 */
export function accessAttributes(input: AccessInput): Combined {
  const q = readAccess(input);
  if (q instanceof BadInput) return refusal(q.error);
  const s2 = stage2MemAttr(q.s2.memAttr, q.hcr.fwb, q.mtePerm);
  const { candidates, findings } = stage1Candidates(q);
  const permitted = permittedBy(q, s2, candidates);
  const certain = candidates.length === 1 && s2.permitted === null;
  const usual = certain ? (permitted[0] ?? null) : null;
  const trace = new Trace();
  stage1Steps(trace, q, candidates.length === 1 ? (candidates[0]?.stage1 ?? null) : null);
  stage2Steps(trace, q, s2, usual);
  trace.decided();
  const found = [...findings, ...stage2Findings(q, s2)];
  const reserved = found.some(({ finding }) => finding === 'reserved');
  const agreed = reserved || usual === null ? agreement(permitted) : usual;
  return answer(agreed, permitted, found, trace.steps);
}

function permittedBy(
  q: AccessQuery,
  s2: Stage2MemAttr,
  candidates: ReturnType<typeof stage1Candidates>['candidates'],
): readonly Attributes[] {
  const name = SH_NAMES[q.s2.sh] ?? 'reserved';
  const s2Shs = name === 'reserved' ? SH_CANDIDATES : [name];
  const encodings =
    s2.permitted === null
      ? [s2]
      : s2.actsAs.map((value) => stage2MemAttr(value, q.hcr.fwb, q.mtePerm));
  const all = new Set<Attributes>();
  for (const { stage1, shareabilities } of candidates) {
    for (const encoding of encodings) {
      for (const s2Sh of s2Shs) {
        for (const s1Sh of shareabilities) all.add(bothStages(q, stage1, s1Sh, encoding, s2Sh));
      }
    }
  }
  return [...all];
}

function stage2Findings(q: AccessQuery, s2: Stage2MemAttr): Finding[] {
  const found: Finding[] = [];
  if (s2.permitted !== null) {
    found.push({ field: 's2.memAttr', finding: 'reserved', permitted: s2.permitted });
  } else if (s2.res0Set) {
    found.push({ field: 's2.memAttr', finding: 'res0-set', permitted: RES0 });
  }
  if (SH_NAMES[q.s2.sh] === 'reserved') {
    found.push({ field: 's2.sh', finding: 'reserved', permitted: SH_PERMITTED });
  }
  return found;
}
