import { handleFault } from '../../model/index.ts';
import { bit, bool, byColumn } from './adapter.ts';
import { execOf } from './exec-columns.ts';
import { faultOf } from './fault-columns.ts';

/** Rows of `kvm.faultNested`: a shadow stage 2, the L1 leaf maps 4K, no MTE. */
export const kvmFaultNested = byColumn(
  {
    function: 'kvm.faultNested',
    perKernel: true,
    inputs: [
      'vmPfnmap',
      'attrIndx',
      'vmAllowAnyUncached',
      'pfnIsMapMemory',
      'fwb',
      'dic',
      'xnx',
      'access',
      'permissionFault',
      'dirtyLogging',
      'mapWritable',
      'l1Readable',
      'l1Writable',
      'l1ExecEl0',
      'l1ExecEl1',
    ],
    outputs: [
      'ret',
      'action',
      'memType',
      'protRead',
      'protWrite',
      'protExecEl0',
      'protExecEl1',
      'l1Level',
      'markedDirty',
    ],
  },
  (row, file, told) => {
    const { mapping, ...decision } = told(
      handleFault(file.kernel as never, {
        ...faultOf({ ...row, vmHasMte: 0, vmaMteAllowed: 1 }),
        dirtyLogging: bool(row['dirtyLogging']),
        mapWritable: bool(row['mapWritable']),
        xnx: bool(row['xnx']),
        nested: {
          readable: bool(row['l1Readable']),
          writable: bool(row['l1Writable']),
          exec: execOf(row['l1ExecEl0'], row['l1ExecEl1']),
          blockShift: 12,
        },
      }),
    );
    return {
      ret: decision.ret,
      action: mapping?.action ?? 'none',
      memType: mapping?.memType ?? null,
      protRead: bit(mapping?.r ?? null),
      protWrite: bit(mapping?.w ?? null),
      protExecEl0: mapping ? bit(mapping.exec === 'both' || mapping.exec === 'EL0') : null,
      protExecEl1: mapping ? bit(mapping.exec === 'both' || mapping.exec === 'EL1') : null,
      l1Level: mapping?.l1Level ?? null,
      markedDirty: bit(decision.markedDirty),
    };
  },
);
