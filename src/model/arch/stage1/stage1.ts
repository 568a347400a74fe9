import type { ModelError } from '../../base/error.ts';
import { BadInput } from '../../base/read-input.ts';
import { Trace, type Step } from '../../base/step.ts';
import type { Finding } from '../combine/combined.ts';
import type { Stage1 } from '../combine/memory.ts';
import type { DeviceType } from '../device.ts';
import type { Half } from '../half.ts';
import { MAIR_TABLE } from '../mair-table.ts';
import { SH_CANDIDATES, SH_NAMES, SH_PERMITTED, type Shareability } from '../sh-names.ts';
import { readStage1, type Stage1Input, type Stage1Query } from './input.ts';
import { handsOn, stage1Off, stage1On } from './rules.ts';
import { stage1Steps } from './steps.ts';

/** What stage 1 yields for an access. Fields are null where a reserved byte leaves them open. */
export interface Stage1Attributes {
  readonly kind: 'stage1';
  /** Stage 1 is on: SCTLR_EL1.M = 1 and HCR_EL2.DC = 0. Null for bad input. */
  readonly on: boolean | null;
  readonly type: 'Device' | 'Normal' | 'reserved' | 'invalid';
  readonly device: DeviceType | null;
  readonly inner: Half | null;
  readonly outer: Half | null;
  readonly tagged: boolean | null;
  readonly xs: boolean | null;
  /** What stage 1 may hand to stage 2, the usual one first. Empty for bad input. */
  readonly shareabilities: readonly Shareability[];
  readonly findings: readonly Finding[];
  readonly because: readonly Step[];
  readonly error?: ModelError;
}

/** What stage 1 may yield: one answer, or one for each byte that a reserved one may act as. */
export interface Stage1Candidate {
  readonly stage1: Stage1;
  readonly shareabilities: readonly Shareability[];
}

/** Every answer of stage 1 that is permitted, and what is reserved. */
export function stage1Candidates(q: Stage1Query): {
  readonly candidates: readonly Stage1Candidate[];
  readonly findings: readonly Finding[];
} {
  if (q.s1 === null) {
    const { stage1, sh } = stage1Off(q);
    return { candidates: [{ stage1, shareabilities: [sh] }], findings: [] };
  }
  const byte = MAIR_TABLE[q.s1.attr];
  const sh = SH_NAMES[q.s1.sh] ?? 'reserved';
  const findings: Finding[] = [];
  const permitted = byte?.permitted ?? null;
  if (permitted !== null) findings.push({ field: 's1.attr', finding: 'reserved', permitted });
  if (sh === 'reserved') {
    findings.push({ field: 's1.sh', finding: 'reserved', permitted: SH_PERMITTED });
  }
  const bytes = byte === undefined || permitted !== null ? ASSIGNED : [byte];
  const candidates = bytes.map((assigned) => {
    const stage1 = stage1On(q, assigned);
    return { stage1, shareabilities: sh === 'reserved' ? SH_CANDIDATES : handsOn(stage1, sh) };
  });
  return { candidates, findings };
}

const ASSIGNED = MAIR_TABLE.filter((byte) => byte.type !== 'reserved');

/**
 * What stage 1 yields for a data access or an instruction fetch of EL1 or EL0, under
 * SCTLR_EL1.{M,C,I} and HCR_EL2.{DC,DCT}; not with HCR_EL2.{E2H,TGE} = {1,1}. The other bits of
 * `hcr` concern stage 2 and are not read. A reserved byte acts as some assigned byte. A value
 * outside a field gives type 'invalid' with an error. Source: ARM-ARM, section D8.6; SAIL94.
 */
export function stage1Attributes(input: Stage1Input): Stage1Attributes {
  const q = readStage1(input);
  if (q instanceof BadInput) return invalid(q);
  const { candidates, findings } = stage1Candidates(q);
  const only = candidates.length === 1 ? candidates[0] : undefined;
  const trace = new Trace();
  stage1Steps(trace, q, only?.stage1 ?? null);
  trace.decided();
  const { device, inner, outer, tagged, xs } = only?.stage1 ?? OPEN;
  return {
    kind: 'stage1',
    on: q.s1 !== null,
    type: only === undefined ? 'reserved' : device === null ? 'Normal' : 'Device',
    device,
    inner,
    outer,
    tagged,
    xs,
    shareabilities: only?.shareabilities ?? SH_CANDIDATES,
    findings,
    because: trace.steps,
  };
}

const OPEN: Stage1 = { device: null, inner: null, outer: null, tagged: null, xs: null };

function invalid({ error }: BadInput): Stage1Attributes {
  const nothing = { shareabilities: [], findings: [], because: [] };
  return { kind: 'stage1', on: null, type: 'invalid', ...OPEN, ...nothing, error };
}
