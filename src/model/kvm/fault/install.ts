import { memAttrOf, type Mapping, type MemType } from './mapping.ts';
import type { FaultEnd, FaultRun } from './run.ts';

/** Works out the prot bits, then relaxes the permissions of the leaf or writes a new one. */
export function install(run: FaultRun): FaultEnd {
  const { access, permissionFault, fwb, dic } = run.q;
  const memType = memTypeOf(run);
  run.ask('prot |= KVM_PGTABLE_PROT_W', { writable: run.writable }, run.writable);
  const x = access === 'exec' || (dic && !run.forceNoncacheable);
  const inputs = { access, dic, forceNoncacheable: run.forceNoncacheable };
  run.ask('prot |= KVM_PGTABLE_PROT_X', inputs, x);
  const check = 'fault_is_perm && vma_pagesize == fault_granule';
  const relax = run.ask(check, { permissionFault }, permissionFault);
  if (relax)
    return end({ action: 'relaxPerms', memType, memAttr: null, r: true, w: run.writable, x });
  const memAttr = memAttrOf(memType, fwb);
  run.ask('stage2_set_prot_attr(pgt, prot)', { memType, fwb }, memAttr, 'kvm_pgtable_stage2_map');
  return end({ action: 'map', memType, memAttr, r: true, w: run.writable, x });
}

/** VM_ALLOW_ANY_UNCACHED matters only where the leaf must not be cacheable. */
function memTypeOf(run: FaultRun): MemType {
  if (!run.forceNoncacheable) return 'NORMAL';
  const { vmAllowAnyUncached } = run.vma;
  const check = 'vm_flags & VM_ALLOW_ANY_UNCACHED';
  return run.ask(check, { vmAllowAnyUncached }, vmAllowAnyUncached) ? 'NORMAL_NC' : 'DEVICE';
}

function end(mapping: Mapping): FaultEnd {
  const verdict = mapping.action === 'map' ? 'mapped' : 'relaxed';
  return { verdict, ret: 0, errno: null, injected: null, mapping };
}
