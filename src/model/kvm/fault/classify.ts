import { isCacheableAttrIndx } from '../vma/attr-indx.ts';
import { DATA_ABORT, FAILS, INSTRUCTION_ABORT } from './ends.ts';
import type { FaultRun, FaultStage } from './run.ts';

/** v6.16: what is no RAM is mapped non-cacheable, whatever the VMA says. */
export const classifyByPfn: FaultStage = (run) => {
  const { pfnIsMapMemory } = run.q;
  run.forceNoncacheable = run.ask('kvm_is_device_pfn(pfn)', { pfnIsMapMemory }, !pfnIsMapMemory);
  if (!run.forceNoncacheable) holdBackWrites(run);
  return null;
};

/**
 * Since v6.17: a page that is no RAM, in a PFNMAP or MIXEDMAP, follows its VMA. A cacheable VMA
 * needs FWB and DIC, because KVM cannot maintain what has no address in the linear map.
 */
export const classifyByVma: FaultStage = (run) => {
  const { q, vma } = run;
  const { vmPfnmap, vmMixedmap, attrIndx } = vma;
  const special = (vmPfnmap || vmMixedmap) && !q.pfnIsMapMemory;
  const check = '(vm_flags & (VM_PFNMAP | VM_MIXEDMAP)) && !pfn_is_map_memory(pfn)';
  run.special = ask(
    run,
    check,
    { vmPfnmap, vmMixedmap, pfnIsMapMemory: q.pfnIsMapMemory },
    special,
  );
  if (!run.special) {
    holdBackWrites(run);
    return null;
  }
  const cacheable = isCacheableAttrIndx(attrIndx);
  if (!ask(run, 'kvm_vma_is_cacheable(vma)', { attrIndx }, cacheable)) {
    run.forceNoncacheable = true;
    return null;
  }
  const { fwb, dic } = q;
  return ask(run, 'kvm_supports_cacheable_pfnmap()', { fwb, dic }, fwb && dic) ? null : FAILS;
};

/** Device and Normal-NC are never executable. */
export const noExecOnNoncacheable: FaultStage = (run) => {
  const { forceNoncacheable } = run;
  const refused = run.q.access === 'exec' && forceNoncacheable;
  const inputs = { access: run.q.access, forceNoncacheable };
  return run.ask('exec_fault && s2_force_noncacheable', inputs, refused) ? INSTRUCTION_ABORT : null;
};

/** v7.3: an unsupported exclusive or atomic access goes back to the guest. */
export const injectExclAtomic: FaultStage = (run) => {
  const { exclAtomicFault } = run.q;
  const check = 'esr_fsc_is_excl_atomic_fault(esr)';
  return run.ask(check, { exclAtomicFault }, exclAtomicFault) ? DATA_ABORT : null;
};

/** With dirty logging an ordinary page becomes writable only by a write. */
function holdBackWrites(run: FaultRun): void {
  const { dirtyLogging, access } = run.q;
  const heldBack = dirtyLogging && access !== 'write';
  if (run.ask('logging_active && !write_fault', { dirtyLogging, access }, heldBack))
    run.writable = false;
}

function ask(
  run: FaultRun,
  check: string,
  inputs: Readonly<Record<string, boolean | number>>,
  answer: boolean,
): boolean {
  return run.trace.ask(check, 'user_mem_abort', inputs, answer, run.rules.source.cacheable);
}
