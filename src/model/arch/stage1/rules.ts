import { attributes, type Attributes } from '../attributes.ts';
import type { Stage1 } from '../combine/memory.ts';
import { mayHandOnOsh, outcome } from '../combine/outcome.ts';
import { half, NC } from '../half.ts';
import type { Shareability } from '../sh-names.ts';
import type { Stage2MemAttr } from '../stage2-encoding.ts';
import type { AccessQuery, Stage1Query } from './input.ts';

/** Stage 1 off and a data access: Device-nGnRnE. */
const OFF_DATA: Stage1 = { device: 'nGnRnE', inner: null, outer: null, tagged: false, xs: true };

/** What stage 1 yields where it is off, and the shareability that it hands on. */
export interface FixedStage1 {
  readonly stage1: Stage1;
  readonly sh: Shareability;
}

/**
 * Stage 1 where its descriptors are not read. DC wins over M, C and I: Normal Write-Back RWA,
 * Non-shareable. Otherwise data is Device-nGnRnE, and a fetch is Write-Through Read-Allocate where
 * SCTLR_EL1.I is 1, Non-cacheable where it is 0; both Outer Shareable. ARM-ARM, HCR_EL2.DC; SAIL94.
 */
export function stage1Off(q: Stage1Query): FixedStage1 {
  if (q.hcr.dc) {
    const wb = half('WB', 'RWA', false);
    const stage1 = { device: null, inner: wb, outer: wb, tagged: q.hcr.dct, xs: false };
    return { stage1, sh: 'NSH' };
  }
  if (q.access === 'data') return { stage1: OFF_DATA, sh: 'OSH' };
  const fetch = q.sctlr.i ? half('WT', 'RA', false) : NC;
  const stage1 = { device: null, inner: fetch, outer: fetch, tagged: false, xs: true };
  return { stage1, sh: 'OSH' };
}

/**
 * An assigned MAIR byte under SCTLR_EL1.{C,I}. With C = 0 Normal data becomes Non-cacheable and
 * Device stays; with I = 0 every fetch does. A fetch from Device may fault instead of being made
 * as Normal Non-cacheable. XS never changes. ARM-ARM, SCTLR_EL1; SAIL94.
 */
export function stage1On(q: Stage1Query, byte: Stage1): Stage1 {
  const device = byte.device !== null;
  const keeps = q.access === 'data' ? device || q.sctlr.c : !device && q.sctlr.i;
  return keeps ? byte : { device: null, inner: NC, outer: NC, tagged: false, xs: byte.xs };
}

/**
 * Both stages together. With FWB the control acts on the combined attributes, so that even MemAttr
 * 110 becomes Non-cacheable. Without FWB it acts on stage 2 before combining, which comes to the
 * same: Non-cacheable combines to Non-cacheable with everything but Device. Device stays Device for
 * data; a fetch from Device is made as Normal Non-cacheable. ARM-ARM, HCR_EL2.{CD,ID}; SAIL94.
 */
export function bothStages(
  q: AccessQuery,
  s1: Stage1,
  s1Sh: Shareability,
  s2: Stage2MemAttr,
  s2Sh: Shareability,
): Attributes {
  const combined = outcome({ s1, s1Sh, s2, s2Sh, fnxs: q.s2.fnxs }, s1Sh);
  if (!madeNonCacheable(q, combined.device !== null)) return combined;
  return attributes(null, NC, NC, 'OSH', false, false, combined.xs);
}

function madeNonCacheable(q: AccessQuery, device: boolean): boolean {
  if (q.access === 'instruction') return device || q.hcr.id;
  return !device && q.hcr.cd;
}

/** The shareabilities that stage 1 may hand on, the programmed one first (ARM-ARM, R_NSCNC). */
export function handsOn(s1: Stage1, programmed: Shareability): readonly Shareability[] {
  return mayHandOnOsh(s1) && programmed !== 'OSH' ? [programmed, 'OSH'] : [programmed];
}
