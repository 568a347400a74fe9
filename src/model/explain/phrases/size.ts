import { PMD, PUD, shiftName } from '../../kvm/granule/shifts.ts';
import { tells, type Phrase, type Phrases } from './phrase.ts';

const HOST_LEAF = 'whether the page may still become a block';
const KEPT: Phrase = {
  asks: 'whether the leaf that faulted is a block',
  needs: { yes: { permissionFault: true } },
};

/** Checks that decide on the size of a mapping. */
export const SIZE_PHRASES: Phrases = {
  logging_active: { asks: 'whether dirty logging forces a page' },
  'memslot_is_logging(memslot)': { asks: 'whether dirty logging forces a page' },
  'get_vma_page_shift(vma, hva)': { tells: ({ answer }) => `The VMA offers ${String(answer)}` },
  'min(kvm_s2_trans_size(nested), max_map_size)': tells(
    (answer) => `The L1 leaf permits ${answer} at most`,
  ),
  'vma_pagesize == PAGE_SIZE && !(force_pte || s2_force_noncacheable)': {
    asks: HOST_LEAF,
    needs: { yes: { shift: 12, forcePage: false, forceNoncacheable: false } },
  },
  'mapping_size == PAGE_SIZE && max_map_size > PAGE_SIZE': {
    asks: HOST_LEAF,
    needs: { yes: { shift: 12, forcePage: false } },
  },
  'fault_is_perm && fault_granule > PAGE_SIZE': KEPT,
  'perm_fault_granule > PAGE_SIZE': KEPT,
  'get_user_mapping_size(kvm, hva) < 0': { asks: 'whether the walk has to be repeated' },
  'get_user_mapping_size(kvm, hva) >= PMD_SIZE': { asks: 'whether user space has a block there' },
  ...Object.fromEntries([PMD, PUD].map(slotPermits)),
};

function slotPermits(shift: number): [string, Phrase] {
  const name = shiftName(shift);
  return [
    `fault_supports_stage2_huge_mapping(memslot, hva, ${name})`,
    {
      asks: `whether the slot permits ${name}`,
      // pKVM has no block of the larger size.
      needs: shift === PUD ? { yes: { slotMaxShift: PUD, pkvmHost: false } } : {},
    },
  ];
}
