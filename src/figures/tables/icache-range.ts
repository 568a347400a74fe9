import { icacheRange, KERNELS } from '../../model/index.ts';
import type { IcacheRangeInput } from '../../model/index.ts';
import type { Group, Row, Table } from './table.ts';

type Shift = IcacheRangeInput['mapShift'];

/** The leaves that a host of each page size can map, page, block and the block above. */
export const LEAVES = [
  { pageShift: 12, leaves: [12, 21, 30] },
  { pageShift: 14, leaves: [14, 25] },
  { pageShift: 16, leaves: [16, 29] },
] as const;

/** Lines of 16 to 256 bytes. */
export const LINES = [4, 5, 6, 7, 8] as const;

const UNITS = ['', 'K', 'M', 'G'] as const;

const size = (shift: number): string =>
  `${2 ** (shift % 10)}${UNITS[Math.floor(shift / 10)] ?? ''}`;

/** What is executed for a leaf, by the newest kernel. */
function issued(input: Omit<IcacheRangeInput, 'dic'>): string {
  const kernel = KERNELS.at(-1);
  const decision = kernel && icacheRange(kernel, { ...input, dic: false });
  return decision?.lines === null ? 'all' : `${decision?.lines} by address`;
}

function group(aliasing: boolean): Group {
  const rows = LEAVES.flatMap(({ pageShift, leaves }) =>
    leaves.map((mapShift: Shift): Row => {
      const cells = LINES.map((lineShift) => issued({ aliasing, pageShift, mapShift, lineShift }));
      const name = `${size(pageShift)} pages, leaf of ${size(mapShift)}`;
      return { id: `${aliasing ? 'virtual' : 'physical'}-${pageShift}-${mapShift}`, name, cells };
    }),
  );
  return {
    heading: aliasing ? 'virtually indexed on some CPU' : 'physically indexed on all CPUs',
    rows,
  };
}

/** How much of the instruction cache KVM invalidates for a leaf that becomes executable. */
export function icacheRangeTable(): Table {
  return {
    name: 'icache',
    columns: ['Leaf', ...LINES.map((shift) => `lines of ${2 ** shift} bytes`)],
    groups: [false, true].map(group),
  };
}
