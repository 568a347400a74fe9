import { PMD, PUD, shiftName } from '../../kvm/granule/shifts.ts';
import type { Phrase, Phrases } from './phrase.ts';

/** Checks of whether VMA and slot leave room for a block. */
export const BLOCK_PHRASES: Phrases = {
  'is_vm_hugetlb_page(vma)': { asks: 'whether the VMA is hugetlb' },
  'is_vm_hugetlb_page(vma) && !(vma->vm_flags & VM_PFNMAP)': {
    asks: 'whether the VMA is hugetlb and no PFNMAP',
    needs: { yes: { hugetlb: true, vmPfnmap: false } },
  },
  '!(vma->vm_flags & VM_PFNMAP)': { asks: 'whether the VMA is no PFNMAP' },
  'map_size == PAGE_SIZE': { asks: 'whether a page is wanted' },
  'is_protected_kvm_enabled() && map_size != PMD_SIZE': {
    asks: 'whether pKVM forbids the size',
    needs: { yes: { pkvmHost: true, shift: 30 } },
  },
  '(gpa_start & (map_size - 1)) != (uaddr_start & (map_size - 1))': {
    asks: 'whether guest and user addresses differ within the block',
  },
  '(hva & ~(map_size - 1)) >= uaddr_start && (hva & ~(map_size - 1)) + map_size <= uaddr_end': {
    asks: 'whether the block lies in the slot',
  },
  ...Object.fromEntries([PMD, PUD].map(vmaFits)),
};

function vmaFits(shift: number): [string, Phrase] {
  const name = shiftName(shift);
  return [
    `(hva & (${name} - 1)) == (pa & (${name} - 1)) && ALIGN_DOWN(hva, ${name}) >= vma->vm_start && ALIGN(hva, ${name}) <= vma->vm_end`,
    { asks: `whether ${name} fits addresses and VMA` },
  ];
}
