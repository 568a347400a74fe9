import { isCacheableAttrIndx } from '../vma/attr-indx.ts';
import { noteHostEntry } from '../vma/host-entry.ts';
import { DATA_ABORT, FAILS, INSTRUCTION_ABORT } from './ends.ts';
import type { FaultRun, FaultStage } from './run.ts';

/** v6.16: what is no RAM is mapped non-cacheable, whatever the VMA says. */
export const classifyByPfn: FaultStage = (run) => {
  const { pfnIsMapMemory } = run.q;
  const inputs = { pfnIsMapMemory };
  noteEntry(run);
  run.forceNoncacheable = run.ask('kvm_is_device_pfn(pfn)', inputs, !pfnIsMapMemory, run.names.pfn);
  if (!run.forceNoncacheable) holdBackWrites(run);
  return null;
};

/**
 * Since v6.17: a page that is no RAM, in a PFNMAP or MIXEDMAP, follows its VMA. A cacheable VMA
 * needs FWB and DIC, because KVM cannot maintain what has no address in the linear map.
 */
export const classifyByVma: FaultStage = (run) => {
  const { pfnIsMapMemory, fwb, dic } = run.q;
  const { vmPfnmap, vmMixedmap, attrIndx } = run.vma;
  const { pfn } = run.names;
  const { cacheable: source } = run.rules.source;
  const special = (vmPfnmap || vmMixedmap) && !pfnIsMapMemory;
  const check = '(vm_flags & (VM_PFNMAP | VM_MIXEDMAP)) && !pfn_is_map_memory(pfn)';
  const inputs = { vmPfnmap, vmMixedmap, pfnIsMapMemory };
  noteEntry(run);
  if (!run.ask(check, inputs, special, pfn, source)) {
    holdBackWrites(run);
    return null;
  }
  const cacheable = isCacheableAttrIndx(attrIndx);
  if (!run.ask('kvm_vma_is_cacheable(vma)', { attrIndx }, cacheable, pfn, source)) {
    run.forceNoncacheable = true;
    return null;
  }
  const supported = fwb && dic;
  const caps = 'kvm_supports_cacheable_pfnmap()';
  return run.ask(caps, { fwb, dic }, supported, pfn, source) ? null : FAILS;
};

/** Device and Normal-NC are never executable. */
export const noExecOnNoncacheable: FaultStage = (run) => {
  const { forceNoncacheable, names } = run;
  const refused = run.q.access === 'exec' && forceNoncacheable;
  const inputs = { access: run.q.access, forceNoncacheable };
  return run.ask(names.fetchCheck, inputs, refused, names.prot) ? INSTRUCTION_ABORT : null;
};

/** v7.3: an unsupported exclusive or atomic access goes back to the guest. */
export const injectExclAtomic: FaultStage = (run) => {
  const { exclAtomicFault } = run.q;
  const check = 'esr_fsc_is_excl_atomic_fault(esr)';
  return run.ask(check, { exclAtomicFault }, exclAtomicFault, run.names.prot) ? DATA_ABORT : null;
};

function noteEntry({ vma, names, trace, rules }: FaultRun): void {
  noteHostEntry(vma, names.pfn, trace, rules.source.cacheable);
}

/** With dirty logging an ordinary page becomes writable only by a write. */
function holdBackWrites(run: FaultRun): void {
  const { dirtyLogging, access } = run.q;
  const heldBack = dirtyLogging && access !== 'write';
  const check = 'logging_active && !write_fault';
  if (run.ask(check, { dirtyLogging, access }, heldBack, run.names.pfn)) run.writable = false;
}
