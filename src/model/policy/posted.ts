import { vmaIsCacheable } from '../kvm/vma/cacheable.ts';
import { LANDED, landedFault, oldFault, oldSlot, toldFault, toldSlot } from './kernels.ts';
import type { FaultAnswer, PolicyFault, PolicySlot, PolicyVma, SlotAnswer } from './policy.ts';

/*
 * What the posted versions of the series did where no kernel does it. VM_MIXEDMAP is not looked at
 * by any of them. Where their checks stand among the other exits of the fault is left out: the page
 * is found, and nothing else ends the fault first.
 */

/**
 * Version 3: FWB alone is asked for, RAM or not, and COW is refused. Without FWB no page of a
 * cacheable VM_PFNMAP VMA is mapped. DIC is not asked for. Source: V3-1.
 */
export function faultOfV3(input: PolicyFault): FaultAnswer {
  const { vma, fwb } = input;
  if (!vma?.vmPfnmap) return oldFault(input);
  if (vma.cowMapping) return 'EINVAL';
  if (!isMtNormal(vma)) return oldFault(input);
  return fwb ? toldFault(input, { dic: true }) : 'EINVAL';
}

/** What version 3 took for cacheable: MT_NORMAL, and not the tagged one. */
function isMtNormal({ attrIndx = 0 }: PolicyVma): boolean {
  return attrIndx === 0 || attrIndx === 'MT_NORMAL';
}

/** What of version 6 refuses a slot: `flag` is the generic code, `vma` the arm64 hook. */
export type FlagCheck = 'flag' | 'vma';

/** What version 6 says to a new slot, with KVM_MEM_ENABLE_CACHEABLE_PFNMAP or without. */
export interface FlagSlot {
  readonly answer: SlotAnswer;
  /** Null where the slot is accepted. */
  readonly check: FlagCheck | null;
}

/**
 * Versions 5 and 6: the flag permits, and no more. A host without FWB and DIC does not know it,
 * whatever the VMA. Without it a slot over a cacheable VM_PFNMAP VMA is refused on every host.
 * Source: V5-4, V6-4, V6-SEAN1.
 */
export function slotOfV6(flagSet: boolean, input: PolicySlot): FlagSlot {
  const able = input.fwb && input.dic;
  if (flagSet && !able) return { answer: 'EINVAL', check: 'flag' };
  const answer = flagSet ? toldSlot(input, {}) : toldSlot(input, { fwb: false, dic: false });
  return { answer, check: answer === 'accepted' ? null : 'vma' };
}

/** Versions 4 to 6: the fault does not look at the flag. Source: V4-4, V5-4, V6-4. */
export function faultOfV6(input: PolicyFault): FaultAnswer {
  const { vma, fwb, dic } = input;
  if (!vma?.vmPfnmap) return oldFault(input);
  if (vma.cowMapping) return 'EINVAL';
  if (!isCacheable(vma)) return oldFault(input);
  return fwb && dic ? landedFault(input) : 'EINVAL';
}

/**
 * The ideas of 18 March 2025: with the flag a slot needs FWB, whatever its VMA; without it the slot
 * is taken, and its pages are mapped as before the series. Source: V3-MAZ5, V3-OLI1.
 */
export function slotOfMarch(flagSet: boolean, input: PolicySlot): SlotAnswer {
  return flagSet && !input.fwb ? 'EINVAL' : oldSlot(input);
}

function isCacheable({ attrIndx = 'MT_NORMAL' }: PolicyVma): boolean {
  return vmaIsCacheable(LANDED, { attrIndx }).cacheable === true;
}
