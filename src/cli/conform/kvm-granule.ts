import { granule } from '../../model/index.ts';
import { bool, byColumn } from './adapter.ts';
import type { Cell } from './vector-file.ts';

/** The page that faults in every row, in a slot whose base is aligned to 1G. */
const PAGE = 0x52345;

const ACTIONS: Readonly<Record<string, string>> = { mapped: 'map', relaxed: 'relaxPerms' };

/** Rows of `kvm.granule`. */
export const kvmGranule = byColumn(
  {
    function: 'kvm.granule',
    perKernel: true,
    inputs: [
      'vmPfnmap',
      'attrIndx',
      'pfnIsMapMemory',
      'vmaPageShift',
      'slotMaxShift',
      'hostMappingShift',
      'dirtyLogging',
      'faultGranuleShift',
      'nestedBlockShift',
    ],
    outputs: ['ret', 'action', 'mapShift', 'ipaBack', 'pfnBack'],
  },
  (row, file, told) => {
    const fails = row['hostMappingShift'] === -11;
    const decision = told(
      granule(file.kernel as never, {
        vma: { vmPfnmap: bool(row['vmPfnmap']), attrIndx: row['attrIndx'] as never },
        pfnIsMapMemory: bool(row['pfnIsMapMemory']),
        vmaPageShift: row['vmaPageShift'] as never,
        slotMaxShift: row['slotMaxShift'] as never,
        hostMappingShift: fails ? 12 : (row['hostMappingShift'] as never),
        hostWalkFails: fails,
        dirtyLogging: bool(row['dirtyLogging']),
        gfn: PAGE,
        ...given('faultGranuleShift', row['faultGranuleShift']),
        ...given('nestedBlockShift', row['nestedBlockShift']),
      }),
    );
    return {
      ret: decision.ret,
      action: ACTIONS[decision.verdict] ?? 'none',
      mapShift: decision.shift,
      ipaBack: decision.ipaBack,
      pfnBack: decision.pfnBack,
    };
  },
);

/** Null in the vectors is left out in a question. */
function given(name: string, cell: Cell | undefined): object {
  return cell === null ? {} : { [name]: cell };
}
