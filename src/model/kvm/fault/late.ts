import { FAILS, RETRY } from './ends.ts';
import type { FaultStage } from './run.ts';

/** Under the lock: an invalidation that raced with the fault makes the guest try again. */
export const retryIfInvalidated: FaultStage = (run) => {
  const { invalidateRetry } = run.q;
  run.page = 'locked';
  return run.ask('mmu_invalidate_retry(kvm, mmu_seq)', { invalidateRetry }, invalidateRetry)
    ? RETRY
    : null;
};

/** A cacheable page of a VM with MTE has to be able to hold tags. Permission faults skip this. */
export const mteAllowed: FaultStage = (run) => {
  const { permissionFault, vmHasMte } = run.q;
  const { forceNoncacheable } = run;
  const asked = !permissionFault && !forceNoncacheable && vmHasMte;
  const check = '!fault_is_perm && !s2_force_noncacheable && kvm_has_mte(kvm)';
  if (!run.ask(check, { permissionFault, forceNoncacheable, vmHasMte }, asked)) return null;
  const { vmMteAllowed } = run.vma;
  return run.ask('kvm_vma_mte_allowed(vma)', { vmMteAllowed }, vmMteAllowed) ? null : FAILS;
};

/** The tags of a page that the MTE check let pass are initialised before it is mapped. */
export const sanitiseMteTags: FaultStage = (run) => {
  const { permissionFault, vmHasMte } = run.q;
  run.mteTagsSanitised = !permissionFault && !run.forceNoncacheable && vmHasMte;
  return null;
};
