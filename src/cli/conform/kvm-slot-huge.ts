import { slotSupportsHuge } from '../../model/index.ts';
import { bool, byColumn } from './adapter.ts';

/** Rows of `kvm.slotHuge`. */
export const kvmSlotHuge = byColumn(
  {
    function: 'kvm.slotHuge',
    perKernel: true,
    inputs: [
      'baseGfn',
      'npages',
      'userspacePage',
      'hvaPage',
      'mapShift',
      'pkvmHost',
      'protectedVm',
    ],
    outputs: ['supported'],
  },
  (row, file, told) => {
    const decision = told(
      slotSupportsHuge(file.kernel as never, {
        baseGfn: row['baseGfn'] as never,
        npages: row['npages'] as never,
        userspace: row['userspacePage'] as never,
        hva: row['hvaPage'] as never,
        shift: row['mapShift'] as never,
        pkvmHost: bool(row['pkvmHost']),
        protectedVm: bool(row['protectedVm']),
      }),
    );
    return { supported: decision.ret };
  },
);
