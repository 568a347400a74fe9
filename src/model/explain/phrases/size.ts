import { PMD, PUD, shiftName } from '../../kvm/granule/shifts.ts';
import { tells, type Phrase, type Phrases } from './phrase.ts';

const HOST_LEAF: Phrase = { asks: 'whether the page may still become a block' };
const KEPT: Phrase = { asks: 'whether the leaf that faulted is a block' };

/** Checks that decide on the size of a mapping. */
export const SIZE_PHRASES: Phrases = {
  logging_active: { asks: 'whether dirty logging forces a page' },
  'memslot_is_logging(memslot)': { asks: 'whether dirty logging forces a page' },
  'get_vma_page_shift(vma, hva)': tells((answer) => `The VMA offers ${answer}`),
  'min(kvm_s2_trans_size(nested), max_map_size)': tells(
    (answer) => `The L1 leaf permits ${answer} at most`,
  ),
  'vma_pagesize == PAGE_SIZE && !(force_pte || s2_force_noncacheable)': HOST_LEAF,
  'mapping_size == PAGE_SIZE && max_map_size > PAGE_SIZE': HOST_LEAF,
  'fault_is_perm && fault_granule > PAGE_SIZE': KEPT,
  'perm_fault_granule > PAGE_SIZE': KEPT,
  'get_user_mapping_size(kvm, hva) < 0': { asks: 'whether the walk has to be repeated' },
  'get_user_mapping_size(kvm, hva) >= PMD_SIZE': { asks: 'whether user space has a block there' },
  'is_vm_hugetlb_page(vma)': { asks: 'whether the VMA is hugetlb' },
  'is_vm_hugetlb_page(vma) && !(vma->vm_flags & VM_PFNMAP)': {
    asks: 'whether the VMA is hugetlb and no PFNMAP',
  },
  '!(vma->vm_flags & VM_PFNMAP)': { asks: 'whether the VMA is no PFNMAP' },
  'map_size == PAGE_SIZE': { asks: 'whether a page is wanted' },
  'is_protected_kvm_enabled() && map_size != PMD_SIZE': {
    asks: 'whether pKVM forbids the size',
  },
  '(gpa_start & (map_size - 1)) != (uaddr_start & (map_size - 1))': {
    asks: 'whether guest and user addresses differ within the block',
  },
  '(hva & ~(map_size - 1)) >= uaddr_start && (hva & ~(map_size - 1)) + map_size <= uaddr_end': {
    asks: 'whether the block lies in the slot',
  },
  ...Object.fromEntries([PMD, PUD].flatMap(blockPhrases)),
};

function blockPhrases(shift: number): [string, Phrase][] {
  const name = shiftName(shift);
  return [
    [
      `fault_supports_stage2_huge_mapping(memslot, hva, ${name})`,
      { asks: `whether the slot permits ${name}` },
    ],
    [
      `(hva & (${name} - 1)) == (pa & (${name} - 1)) && ALIGN_DOWN(hva, ${name}) >= vma->vm_start && ALIGN(hva, ${name}) <= vma->vm_end`,
      { asks: `whether ${name} fits addresses and VMA` },
    ],
  ];
}
