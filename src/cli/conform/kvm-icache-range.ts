import { icacheRange } from '../../model/index.ts';
import { bool, byColumn } from './adapter.ts';

/** Rows of `kvm.icacheRange`. */
export const kvmIcacheRange = byColumn(
  {
    function: 'kvm.icacheRange',
    perKernel: true,
    inputs: ['aliasing', 'pageShift', 'mapShift', 'lineShift', 'dic'],
    outputs: ['chosen', 'issued', 'lines'],
  },
  (row, file, told) => {
    const { chosen, issued, lines } = told(
      icacheRange(file.kernel as never, {
        aliasing: bool(row['aliasing']),
        pageShift: row['pageShift'] as never,
        mapShift: row['mapShift'] as never,
        lineShift: row['lineShift'] as never,
        dic: bool(row['dic']),
      }),
    );
    return { chosen, issued, lines };
  },
);
