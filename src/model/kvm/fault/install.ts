import { memAttrOf, type Mapping } from './mapping.ts';
import type { FaultEnd, FaultRun } from './run.ts';

/** Relaxes the permissions of the leaf that faulted, or writes a new one. */
export function install(run: FaultRun): FaultEnd {
  const { permissionFault, fwb } = run.q;
  const { memType, names, writable: w, executable: x } = run;
  if (run.ask(names.relaxCheck, { permissionFault }, permissionFault, names.map)) {
    return end('relaxed', { action: 'relaxPerms', memType, memAttr: null, r: true, w, x });
  }
  const memAttr = memAttrOf(memType, fwb);
  run.ask('stage2_set_prot_attr(pgt, prot)', { memType, fwb }, memAttr, 'kvm_pgtable_stage2_map');
  return end('mapped', { action: 'map', memType, memAttr, r: true, w, x });
}

function end(verdict: 'mapped' | 'relaxed', mapping: Mapping): FaultEnd {
  return { verdict, ret: 0, errno: null, injected: null, mapping };
}
