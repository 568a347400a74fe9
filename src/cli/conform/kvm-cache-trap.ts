import { cacheToggle, setWayTrap } from '../../model/index.ts';
import { bit, bool, byColumn } from './adapter.ts';

/** Rows of `kvm.cacheTrap`: two questions in one table. */
export const kvmCacheTrap = byColumn(
  {
    function: 'kvm.cacheTrap',
    perKernel: true,
    inputs: ['event', 'fwb', 'tvmBefore', 'wasEnabled', 'nowEnabled'],
    outputs: ['flushVm', 'tvmAfter'],
  },
  (row, file, told) => {
    const kernel = file.kernel as never;
    const trap = { fwb: bool(row['fwb']), tvm: bool(row['tvmBefore']) };
    const toggle = { wasEnabled: bool(row['wasEnabled']), nowEnabled: bool(row['nowEnabled']) };
    switch (row['event']) {
      case 'setWay':
        return columns(told(setWayTrap(kernel, trap)));
      case 'toggleCache':
        return columns(told(cacheToggle(kernel, { ...trap, ...toggle })));
      default:
        return {};
    }
  },
);

function columns({ flushVm, tvm }: { flushVm: boolean | null; tvm: boolean | null }) {
  return { flushVm: bit(flushVm), tvmAfter: bit(tvm) };
}
