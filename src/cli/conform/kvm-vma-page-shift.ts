import { vmaPageShift } from '../../model/index.ts';
import { bool, byColumn } from './adapter.ts';

/** Rows of `kvm.vmaPageShift`: no hugetlb VMA. */
export const kvmVmaPageShift = byColumn(
  {
    function: 'kvm.vmaPageShift',
    perKernel: true,
    inputs: ['vmPfnmap', 'vmStartPage', 'vmEndPage', 'vmPgoff', 'hvaPage'],
    outputs: ['shift'],
  },
  (row, file, told) => {
    const { shift } = told(
      vmaPageShift(file.kernel as never, {
        vmPfnmap: bool(row['vmPfnmap']),
        vmStart: row['vmStartPage'] as never,
        vmEnd: row['vmEndPage'] as never,
        vmPgoff: row['vmPgoff'] as never,
        hva: row['hvaPage'] as never,
      }),
    );
    return { shift };
  },
);
