import { vcpuInit } from '../../model/index.ts';
import { bit, bool, byColumn } from './adapter.ts';

/** Rows of `kvm.vcpuInit`. */
export const kvmVcpuInit = byColumn(
  {
    function: 'kvm.vcpuInit',
    perKernel: true,
    inputs: ['initialised', 'hasRun', 'featuresDiffer', 'fwb', 'dic', 'tvmBefore'],
    outputs: ['ret', 'stage2Unmapped', 'icacheCall', 'icacheInvalidated', 'tvmAfter'],
  },
  (row, file, told) => {
    const decision = told(
      vcpuInit(file.kernel as never, {
        initialised: bool(row['initialised']),
        hasRun: bool(row['hasRun']),
        featuresDiffer: bool(row['featuresDiffer']),
        fwb: bool(row['fwb']),
        dic: bool(row['dic']),
        tvm: bool(row['tvmBefore']),
      }),
    );
    return {
      ret: decision.ret,
      stage2Unmapped: bit(decision.unmapsStage2),
      icacheCall: bit(decision.callsIcache),
      icacheInvalidated: bit(decision.invalidatesIcache),
      tvmAfter: bit(decision.tvm),
    };
  },
);
