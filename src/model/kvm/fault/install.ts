import { l1LevelOf } from '../nested/leaf.ts';
import { memAttrOf, type Mapping, type MappingSize } from './mapping.ts';
import type { FaultEnd, FaultRun } from './run.ts';

/** Relaxes the permissions of the leaf that faulted, or writes a new one. */
export function install(run: FaultRun): FaultEnd {
  const { fwb } = run.q;
  const { memType, readable: r, writable: w, exec } = run;
  const x = exec !== 'none';
  if (relaxes(run)) {
    const size = sizeOf(run, null);
    const l1Level = run.q.nested === null ? null : 0;
    const prot = { memType, memAttr: null, r, w, x, exec };
    return end('relaxed', { action: 'relaxPerms', ...prot, size, l1Level });
  }
  const memAttr = memAttrOf(memType, fwb);
  run.ask('stage2_set_prot_attr(pgt, prot)', { memType, fwb }, memAttr, 'kvm_pgtable_stage2_map');
  const size = sizeOf(run, run.pagesBack);
  const l1Level = l1LevelOf(run.q.nested);
  return end('mapped', { action: 'map', memType, memAttr, r, w, x, exec, size, l1Level });
}

/** Whether the leaf that faulted has the size that is wanted: then only its permissions change. */
export function relaxes(run: FaultRun): boolean {
  const { permissionFault, size } = run.q;
  const { names, shift } = run;
  if (size === null || !permissionFault)
    return run.ask(names.relaxCheck, { permissionFault }, permissionFault, names.map);
  const { faultGranuleShift } = size;
  const inputs = { permissionFault, shift, faultGranuleShift };
  return run.ask(names.relaxCheck, inputs, shift === faultGranuleShift, names.map);
}

/** Size and place of the mapping; null where the question leaves the size out. */
export function sizeOf(
  { q, shift, pagesBack }: FaultRun,
  pfnBack: number | null,
): MappingSize | null {
  return q.size === null ? null : { shift, ipaBack: pagesBack, pfnBack };
}

function end(verdict: 'mapped' | 'relaxed', mapping: Mapping): FaultEnd {
  return { verdict, ret: 0, errno: null, injected: null, mapping };
}
