import { memslotChange } from '../../model/index.ts';
import { bool, byColumn } from './adapter.ts';

/** Rows of `kvm.memslotChange`. */
export const kvmMemslotChange = byColumn(
  {
    function: 'kvm.memslotChange',
    perKernel: true,
    inputs: [
      'oldExists',
      'sizeZero',
      'userspaceAddrDiffers',
      'npagesDiffers',
      'baseGfnDiffers',
      'oldLogDirty',
      'oldReadonly',
      'newLogDirty',
      'newReadonly',
      'newGuestMemfd',
      'overlap',
    ],
    outputs: ['ret', 'change'],
  },
  (row, file, told) => {
    const decision = told(
      memslotChange(file.kernel as never, {
        oldExists: bool(row['oldExists']),
        sizeZero: bool(row['sizeZero']),
        userspaceAddrDiffers: bool(row['userspaceAddrDiffers']),
        npagesDiffers: bool(row['npagesDiffers']),
        baseGfnDiffers: bool(row['baseGfnDiffers']),
        oldLogDirty: bool(row['oldLogDirty']),
        oldReadonly: bool(row['oldReadonly']),
        newLogDirty: bool(row['newLogDirty']),
        newReadonly: bool(row['newReadonly']),
        newGuestMemfd: bool(row['newGuestMemfd']),
        overlap: bool(row['overlap']),
      }),
    );
    return { ret: decision.ret, change: decision.change };
  },
);
