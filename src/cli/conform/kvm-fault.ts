import { handleFault } from '../../model/index.ts';
import { bit, bool, byColumn } from './adapter.ts';
import { faultOf } from './fault-columns.ts';

/** Rows of `kvm.fault`. */
export const kvmFault = byColumn(
  {
    function: 'kvm.fault',
    perKernel: true,
    inputs: [
      'vmPfnmap',
      'vmMixedmap',
      'attrIndx',
      'vmAllowAnyUncached',
      'pfnIsMapMemory',
      'fwb',
      'dic',
      'access',
      'permissionFault',
      'dirtyLogging',
      'mapWritable',
      'vmHasMte',
      'vmaMteAllowed',
    ],
    outputs: [
      'ret',
      'action',
      'memType',
      'protRead',
      'protWrite',
      'protExecEl0',
      'protExecEl1',
      'memAttr',
      'mteTagsSanitised',
      'markedDirty',
      'pageReleased',
    ],
  },
  (row, file, told) => {
    const decision = told(
      handleFault(file.kernel as never, {
        ...faultOf(row),
        dirtyLogging: bool(row['dirtyLogging']),
        mapWritable: bool(row['mapWritable']),
      }),
    );
    const { mapping } = decision;
    return {
      ret: decision.ret,
      action: mapping?.action ?? 'none',
      memType: mapping?.memType ?? null,
      protRead: bit(mapping?.r ?? null),
      protWrite: bit(mapping?.w ?? null),
      protExecEl0: bit(mapping?.x ?? null),
      protExecEl1: bit(mapping?.x ?? null),
      memAttr: mapping?.memAttr ?? null,
      mteTagsSanitised: bit(decision.mteTagsSanitised),
      markedDirty: bit(decision.markedDirty),
      pageReleased: decision.pageReleased,
    };
  },
);
