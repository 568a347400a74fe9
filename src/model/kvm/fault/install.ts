import { memAttrOf, type Mapping } from './mapping.ts';
import type { FaultEnd, FaultRun } from './run.ts';

/** Relaxes the permissions of the leaf that faulted, or writes a new one. */
export function install(run: FaultRun): FaultEnd {
  const { permissionFault, fwb } = run.q;
  const { memType, names } = run;
  const check = `${names.permissionFault} && vma_pagesize == fault_granule`;
  const prot = { memType, r: true, w: run.writable, x: run.executable };
  if (run.ask(check, { permissionFault }, permissionFault, names.map)) {
    return end('relaxed', { action: 'relaxPerms', memAttr: null, ...prot });
  }
  const memAttr = memAttrOf(memType, fwb);
  run.ask('stage2_set_prot_attr(pgt, prot)', { memType, fwb }, memAttr, 'kvm_pgtable_stage2_map');
  return end('mapped', { action: 'map', memAttr, ...prot });
}

function end(verdict: 'mapped' | 'relaxed', mapping: Mapping): FaultEnd {
  return { verdict, ret: 0, errno: null, injected: null, mapping };
}
