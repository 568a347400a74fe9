import type { ExecAt } from '../pgtable/exec.ts';
import type { MemType } from './mapping.ts';
import type { FaultRun, FaultStage } from './run.ts';

/** Works out the prot bits: W, the memory type, X. R is always set but for a nested guest. */
export const computeProt: FaultStage = (run) => {
  const { access, dic, nested } = run.q;
  const { forceNoncacheable, writable, names } = run;
  run.ask('prot |= KVM_PGTABLE_PROT_W', { writable }, writable, names.prot);
  run.memType = memTypeOf(run);
  if (nested !== null && !run.rules.pgtable.execLevels) {
    nestedOneBit(run, nested.exec);
    return null;
  }
  const x = access === 'exec' || (dic && !forceNoncacheable);
  run.ask(PROT_X, { access, dic, forceNoncacheable }, x, names.prot);
  if (x) run.exec = 'both';
  return null;
};

const PROT_X = 'prot |= KVM_PGTABLE_PROT_X';

/** One X bit: a fetch always gets it, DIC only where the L1 leaf has it too. */
function nestedOneBit(run: FaultRun, l1Exec: ExecAt): void {
  const { access, dic } = run.q;
  const { forceNoncacheable, names } = run;
  const x = access === 'exec' || (dic && !forceNoncacheable && l1Exec !== 'none');
  run.ask(PROT_X, { access, dic, forceNoncacheable, l1Exec }, x, names.prot);
  if (x) run.exec = 'both';
}

/** VM_ALLOW_ANY_UNCACHED matters only where the leaf must not be cacheable. */
function memTypeOf(run: FaultRun): MemType {
  if (!run.forceNoncacheable) return 'NORMAL';
  const { vmAllowAnyUncached } = run.vma;
  const check = 'vm_flags & VM_ALLOW_ANY_UNCACHED';
  const allowed = run.ask(check, { vmAllowAnyUncached }, vmAllowAnyUncached, run.names.prot);
  return allowed ? 'NORMAL_NC' : 'DEVICE';
}
