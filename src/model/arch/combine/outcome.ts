import { attributes, type Attributes } from '../attributes.ts';
import { NC } from '../half.ts';
import type { Shareability } from '../sh-names.ts';
import type { Stage2MemAttr } from '../stage2-encoding.ts';
import { combineMemory, type Memory, type Stage1 } from './memory.ts';

/** Both stages, all encodings assigned. */
export interface Stages {
  readonly s1: Stage1;
  readonly s1Sh: Shareability;
  readonly s2: Stage2MemAttr;
  readonly s2Sh: Shareability;
  readonly fnxs: boolean;
}

/** The attributes that these stages give, if `s1Sh` is what stage 1 hands to stage 2. */
export function outcome(stages: Stages, s1Sh: Shareability): Attributes {
  const { s1, s2 } = stages;
  const memory = combineMemory(s1, s2);
  const tagged = isTagged(s1, memory);
  return attributes(
    memory.device,
    memory.inner,
    memory.outer,
    shareability(memory, s1Sh, stages.s2Sh),
    tagged,
    tagged && s2.noTagAccess,
    xs(s1, s2, stages.fnxs),
  );
}

/** True where stage 1 is Device or inner and outer NC: what it hands on is the implementation's. */
export function mayHandOnOsh(s1: Stage1): boolean {
  return s1.device !== null || (s1.inner === NC && s1.outer === NC);
}

/** ARM-ARM, table D8-103: the wider of both; Device and inner and outer NC are always OSH. */
function shareability(memory: Memory, s1: Shareability, s2: Shareability): Shareability {
  if (memory.device !== null || (memory.inner === NC && memory.outer === NC)) return 'OSH';
  if (s1 === 'OSH' || s2 === 'OSH') return 'OSH';
  return s1 === 'ISH' || s2 === 'ISH' ? 'ISH' : 'NSH';
}

/**
 * Tagged survives only where the result is Write-Back, RWA, non-transient in both halves. A Tagged
 * stage 1 has those hints, and stage 2 keeps them (R_THYXB): cacheability alone is left to ask.
 */
function isTagged(s1: Stage1, { inner, outer }: Memory): boolean {
  return s1.tagged === true && inner?.cacheability === 'WB' && outer?.cacheability === 'WB';
}

/**
 * XS (SAIL94, ARM-ARM): 0 for MemAttr 110 and with FnXS, otherwise that of stage 1. Without FWB it
 * is also 0 where the result is Write-Back in both halves: stage 1 is Write-Back in both there, and
 * its XS is 0.
 */
function xs(s1: Stage1, s2: Stage2MemAttr, fnxs: boolean): boolean {
  return s1.xs === true && s2.rule !== 'force-wb' && !fnxs;
}
