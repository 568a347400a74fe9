import { FAILS, RETRY } from './ends.ts';
import type { FaultEnd, FaultRun, FaultStage } from './run.ts';

/** Under the lock: an invalidation that raced with the fault makes the guest try again. */
export const retryIfInvalidated: FaultStage = (run) => {
  const { invalidateRetry } = run.q;
  run.page = 'locked';
  const check = 'mmu_invalidate_retry(kvm, mmu_seq)';
  return run.ask(check, { invalidateRetry }, invalidateRetry, run.names.map) ? RETRY : null;
};

/** A cacheable page of a VM with MTE has to be able to hold tags; permission faults skip this. */
export const mteAllowedUnderLock: FaultStage = (run) => mteAllowed(run, run.names.map);

/** v7.3 asks before the lock, so that its EFAULT comes before a retry. */
export const mteAllowedBeforeLock: FaultStage = (run) => mteAllowed(run, run.names.prot);

function mteAllowed(run: FaultRun, where: string): FaultEnd | null {
  const { permissionFault, vmHasMte } = run.q;
  const { forceNoncacheable, names } = run;
  const asked = !permissionFault && !forceNoncacheable && vmHasMte;
  const inputs = { permissionFault, forceNoncacheable, vmHasMte };
  if (!run.ask(names.mteCheck, inputs, asked, where)) return null;
  const { vmMteAllowed } = run.vma;
  return run.ask('kvm_vma_mte_allowed(vma)', { vmMteAllowed }, vmMteAllowed, where) ? null : FAILS;
}

/** The tags of a page that the MTE check let pass are initialised before it is mapped. */
export const sanitiseMteTags: FaultStage = (run) => {
  const { permissionFault, vmHasMte } = run.q;
  run.mteTagsSanitised = !permissionFault && !run.forceNoncacheable && vmHasMte;
  return null;
};
