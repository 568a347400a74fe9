import { checkExtension } from '../../model/index.ts';
import { bool, byColumn } from './adapter.ts';

/** Rows of `kvm.capability`. */
export const kvmCapability = byColumn(
  {
    function: 'kvm.capability',
    perKernel: true,
    inputs: ['pkvmHost', 'vmFd', 'protectedVm', 'fwb', 'dic', 'idc'],
    outputs: ['ret'],
  },
  (row, file, told) => {
    const decision = told(
      checkExtension(file.kernel as never, {
        pkvmHost: bool(row['pkvmHost']),
        vmFd: bool(row['vmFd']),
        protectedVm: bool(row['protectedVm']),
        fwb: bool(row['fwb']),
        dic: bool(row['dic']),
        idc: bool(row['idc']),
      }),
    );
    return { ret: decision.ret };
  },
);
