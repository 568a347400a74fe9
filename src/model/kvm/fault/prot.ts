import type { MemType } from './mapping.ts';
import type { FaultRun, FaultStage } from './run.ts';

/** Works out the prot bits: W, the memory type, X. R is always set without nesting. */
export const computeProt: FaultStage = (run) => {
  const { access, dic } = run.q;
  const { forceNoncacheable, writable, names } = run;
  run.ask('prot |= KVM_PGTABLE_PROT_W', { writable }, writable, names.prot);
  run.memType = memTypeOf(run);
  const x = access === 'exec' || (dic && !forceNoncacheable);
  run.executable = run.ask(
    'prot |= KVM_PGTABLE_PROT_X',
    { access, dic, forceNoncacheable },
    x,
    names.prot,
  );
  return null;
};

/** VM_ALLOW_ANY_UNCACHED matters only where the leaf must not be cacheable. */
function memTypeOf(run: FaultRun): MemType {
  if (!run.forceNoncacheable) return 'NORMAL';
  const { vmAllowAnyUncached } = run.vma;
  const check = 'vm_flags & VM_ALLOW_ANY_UNCACHED';
  const allowed = run.ask(check, { vmAllowAnyUncached }, vmAllowAnyUncached, run.names.prot);
  return allowed ? 'NORMAL_NC' : 'DEVICE';
}
