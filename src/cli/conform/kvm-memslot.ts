import { prepareMemoryRegion, type Vma } from '../../model/index.ts';
import { bool, byColumn } from './adapter.ts';
import type { Cell } from './vector-file.ts';

const PFNMAP = 1;
const CACHEABLE = 2;
const MTE_ALLOWED = 4;
const MIXEDMAP = 8;

/** Rows of `kvm.memslot`: up to two VMAs under the slot, each as a bit set. */
export const kvmMemslot = byColumn(
  {
    function: 'kvm.memslot',
    perKernel: true,
    inputs: [
      'change',
      'beyondIpa',
      'logDirtyPages',
      'readonly',
      'vmHasMte',
      'fwb',
      'dic',
      'guestMemfd',
      'protectedVm',
      'vma1',
      'vma2',
    ],
    outputs: ['ret'],
  },
  (row, file, told) => {
    const decision = told(
      prepareMemoryRegion(file.kernel as never, {
        change: row['change'] as never,
        beyondIpa: bool(row['beyondIpa']),
        logDirtyPages: bool(row['logDirtyPages']),
        readonly: bool(row['readonly']),
        vmHasMte: bool(row['vmHasMte']),
        fwb: bool(row['fwb']),
        dic: bool(row['dic']),
        guestMemfd: row['guestMemfd'] as never,
        protectedVm: row['protectedVm'] as never,
        vmas: [row['vma1'], row['vma2']].filter((cell) => cell !== null).map(vmaOf),
      }),
    );
    return { ret: decision.ret };
  },
);

/** The vectors give AttrIndx 0 or 2 by one bit. A cell that is no bit set becomes a bad VMA. */
function vmaOf(cell: Cell | undefined): Vma {
  if (typeof cell !== 'number') return cell as never;
  return {
    vmPfnmap: (cell & PFNMAP) !== 0,
    attrIndx: (cell & CACHEABLE) !== 0 ? 'MT_NORMAL' : 'MT_NORMAL_NC',
    vmMteAllowed: (cell & MTE_ALLOWED) !== 0,
    vmMixedmap: (cell & MIXEDMAP) !== 0,
  };
}
