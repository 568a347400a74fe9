import { cacheMaintenance } from '../../model/index.ts';
import { bit, bool, byColumn } from './adapter.ts';
import { execOf } from './exec-columns.ts';

/** Rows of `kvm.cacheMaintenance`: one execute bit covers EL0 and EL1. */
export const kvmCacheMaintenance = byColumn(
  {
    function: 'kvm.cacheMaintenance',
    perKernel: true,
    inputs: ['event', 'fwb', 'dic', 'memType', 'oldLeaf', 'oldExec', 'newExec', 'skipCmo'],
    outputs: [
      'ret',
      'dcacheCallback',
      'dcacheMaintained',
      'icacheCallback',
      'icacheMaintained',
      'tlbInvalidated',
      'finalExec',
    ],
  },
  (row, file, told) => {
    const { oldLeaf, oldExec, newExec } = row;
    const decision = told(
      cacheMaintenance(file.kernel as never, {
        event: row['event'] as never,
        fwb: bool(row['fwb']),
        dic: bool(row['dic']),
        memType: row['memType'] as never,
        oldLeaf: oldLeaf === 'samePaOtherExec' ? 'samePa' : (oldLeaf as never),
        oldExec: execOf(oldExec, oldExec),
        newExec: execOf(newExec, newExec),
        skipCmo: bool(row['skipCmo']),
      }),
    );
    return {
      ret: decision.ret,
      dcacheCallback: bit(decision.dcacheCallback),
      dcacheMaintained: bit(decision.dcacheMaintained),
      icacheCallback: bit(decision.icacheCallback),
      icacheMaintained: bit(decision.icacheMaintained),
      tlbInvalidated: bit(decision.tlbInvalidated),
      finalExec: decision.finalExec === null ? null : bit(decision.finalExec !== 'none'),
    };
  },
);
