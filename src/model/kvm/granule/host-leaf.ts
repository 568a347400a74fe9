import { RETRY } from '../fault/ends.ts';
import type { FaultStage } from '../fault/run.ts';
import { askSize, slotSupports } from './resolve-size.ts';
import { PAGE, pagesIn, PMD } from './shifts.ts';

const ADJUST = 'transparent_hugepage_adjust';

/**
 * A page that nothing forces may still become a block: a leaf that a permission fault hit keeps its
 * size, else the leaf of user space decides. That gives PMD_SIZE at most.
 */
export const adjustToHostLeaf: FaultStage = (run) => {
  const { size, permissionFault } = run.q;
  if (size === null) return null;
  const { names, shift, forcePage, forceNoncacheable } = run;
  const refused = run.rules.has.noncacheableStaysPage && forceNoncacheable;
  const may = shift === PAGE && !forcePage && !refused;
  const inputs = run.rules.has.noncacheableStaysPage
    ? { shift, forcePage, forceNoncacheable }
    : { shift, forcePage };
  if (!askSize(run, names.hostLeafCheck, inputs, may, names.map)) return null;
  const { faultGranuleShift, hostWalkFails, hostMappingShift } = size;
  const kept = permissionFault && faultGranuleShift > PAGE;
  const leaf = permissionFault ? { permissionFault, faultGranuleShift } : { permissionFault };
  if (askSize(run, names.granuleCheck, leaf, kept, names.map)) {
    run.shift = faultGranuleShift;
    return null;
  }
  if (!slotSupports(run, size, PMD)) return null;
  const walk = 'get_user_mapping_size(kvm, hva) < 0';
  if (askSize(run, walk, { hostWalkFails }, hostWalkFails, ADJUST)) return RETRY;
  const huge = hostMappingShift >= PMD;
  const check = 'get_user_mapping_size(kvm, hva) >= PMD_SIZE';
  if (!askSize(run, check, { hostMappingShift }, huge, ADJUST)) return null;
  run.shift = PMD;
  run.pagesBack = size.gfn % pagesIn(PMD);
  return null;
};
