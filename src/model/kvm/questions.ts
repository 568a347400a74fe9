import type { Field } from '../base/field.ts';
import { GUEST_ABORT, handleGuestAbort } from './abort/handle-guest-abort.ts';
import { CACHE_TOGGLE, cacheToggle } from './cache-trap/cache-toggle.ts';
import { SET_WAY_TRAP, setWayTrap } from './cache-trap/set-way-trap.ts';
import { VCPU_INIT, vcpuInit } from './cache-trap/vcpu-init.ts';
import { CHECK_EXTENSION, checkExtension } from './capability/check-extension.ts';
import type { Decision, Question } from './decisions.ts';
import { HANDLE_FAULT, handleFault } from './fault/handle-fault.ts';
import { GRANULE, granule } from './granule/granule.ts';
import { SLOT_SUPPORTS_HUGE, slotSupportsHuge } from './granule/slot-supports-huge.ts';
import { VMA_PAGE_SHIFT, vmaPageShift } from './granule/vma-page-shift.ts';
import {
  GUEST_MEMFD_FAULT,
  handleGuestMemfdFault,
} from './guest-memfd/handle-guest-memfd-fault.ts';
import type { KernelName } from './kernels/registry.ts';
import { MEMSLOT_CHANGE, memslotChange } from './memslot/change.ts';
import { PREPARE_MEMORY_REGION, prepareMemoryRegion } from './memslot/prepare.ts';
import { VNCR_PAGE, vncrPage } from './nested/vncr-page.ts';
import { HVA_TO_PFN, hvaToPfn } from './pfn/hva-to-pfn.ts';
import { CACHE_MAINTENANCE, cacheMaintenance } from './pgtable/cache-maintenance.ts';
import { ICACHE_RANGE, icacheRange } from './pgtable/icache-range.ts';
import { STAGE2_ATTRIBUTES, stage2Attributes } from './pgtable/stage2-attributes.ts';
import { handleProtectedFault, PROTECTED_FAULT } from './pkvm/handle-protected-fault.ts';
import { PKVM_MAP, pkvmMap } from './pkvm/pkvm-map.ts';
import { VMA_CACHEABLE, vmaIsCacheable } from './vma/cacheable.ts';

/** A question about the kernel as data: what it takes, and how it is asked. */
export interface QuestionRules {
  readonly fields: readonly Field[];
  /** Asks with any input: what is wrong with it comes back in the decision. */
  readonly ask: (kernel: KernelName, input: never) => Decision;
}

/** Every question about the kernel. Searches, the command line and reference pages read this. */
export const QUESTIONS: Readonly<Record<Question, QuestionRules>> = {
  checkExtension: { fields: CHECK_EXTENSION.fields, ask: checkExtension },
  vmaIsCacheable: { fields: VMA_CACHEABLE.fields, ask: vmaIsCacheable },
  memslotChange: { fields: MEMSLOT_CHANGE.fields, ask: memslotChange },
  prepareMemoryRegion: { fields: PREPARE_MEMORY_REGION.fields, ask: prepareMemoryRegion },
  handleFault: { fields: HANDLE_FAULT.fields, ask: handleFault },
  handleGuestAbort: { fields: GUEST_ABORT.fields, ask: handleGuestAbort },
  handleGuestMemfdFault: { fields: GUEST_MEMFD_FAULT.fields, ask: handleGuestMemfdFault },
  handleProtectedFault: { fields: PROTECTED_FAULT.fields, ask: handleProtectedFault },
  pkvmMap: { fields: PKVM_MAP.fields, ask: pkvmMap },
  vncrPage: { fields: VNCR_PAGE.fields, ask: vncrPage },
  hvaToPfn: { fields: HVA_TO_PFN.fields, ask: hvaToPfn },
  granule: { fields: GRANULE.fields, ask: granule },
  vmaPageShift: { fields: VMA_PAGE_SHIFT.fields, ask: vmaPageShift },
  slotSupportsHuge: { fields: SLOT_SUPPORTS_HUGE.fields, ask: slotSupportsHuge },
  stage2Attributes: { fields: STAGE2_ATTRIBUTES.fields, ask: stage2Attributes },
  cacheMaintenance: { fields: CACHE_MAINTENANCE.fields, ask: cacheMaintenance },
  icacheRange: { fields: ICACHE_RANGE.fields, ask: icacheRange },
  setWayTrap: { fields: SET_WAY_TRAP.fields, ask: setWayTrap },
  cacheToggle: { fields: CACHE_TOGGLE.fields, ask: cacheToggle },
  vcpuInit: { fields: VCPU_INIT.fields, ask: vcpuInit },
};

/** The rules of a question, or null where the model does not know it. */
export function questionRules(question: unknown): QuestionRules | null {
  const known = typeof question === 'string' && Object.hasOwn(QUESTIONS, question);
  return known ? QUESTIONS[question as Question] : null;
}
