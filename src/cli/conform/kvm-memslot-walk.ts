import { prepareMemoryRegion, type Vma } from '../../model/index.ts';
import { byColumn } from './adapter.ts';

/** Rows of `kvm.memslotWalk`: a slot over the pages 2 to 5, no FWB, no DIC. */
export const kvmMemslotWalk = byColumn(
  {
    function: 'kvm.memslotWalk',
    perKernel: true,
    inputs: ['vmaStart', 'vmaEnd', 'otherVmaPage'],
    outputs: ['ret'],
  },
  (row, file, told) => {
    const refusable: Vma = {
      vmPfnmap: true,
      attrIndx: 'MT_NORMAL',
      start: row['vmaStart'] as never,
      end: row['vmaEnd'] as never,
    };
    const page = row['otherVmaPage'];
    const harmless = typeof page === 'number' ? { start: page, end: page + 1 } : (page as never);
    const decision = told(
      prepareMemoryRegion(file.kernel as never, {
        change: 'CREATE',
        slot: { start: 2, end: 6 },
        vmas: page === null ? [refusable] : [refusable, harmless],
        fwb: false,
        dic: false,
      }),
    );
    return { ret: decision.ret };
  },
);
