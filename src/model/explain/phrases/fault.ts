import { bits } from '../digits.ts';
import { tells, type Phrase, type Phrases } from './phrase.ts';

const FETCH: Phrase = {
  asks: 'whether the fetch is from a non-cacheable page',
  needs: { yes: { access: 'exec', forceNoncacheable: true } },
};
const MTE: Phrase = {
  asks: 'whether MTE concerns the page',
  needs: { yes: { permissionFault: false, forceNoncacheable: false, vmHasMte: true } },
};
const RELAX: Phrase = {
  asks: 'whether relaxing the leaf is enough',
  needs: { yes: { permissionFault: true } },
};

/** Checks and effects of `user_mem_abort()`. */
export const FAULT_PHRASES: Phrases = {
  'fault_is_perm && !write_fault && !exec_fault': {
    asks: 'whether it is a permission fault on a read',
    needs: { yes: { permissionFault: true, access: 'read' } },
  },
  '!fault_is_perm || (logging_active && write_fault)': tells(topUp),
  '!perm_fault || memslot_is_logging(memslot) || is_protected_kvm_enabled()': tells(topUp),
  '!vma': { asks: 'whether the VMA is missing' },
  'args.pgprot != vma->vm_page_prot': tells((answer) =>
    answer === 'true'
      ? 'The entry of the host is typed otherwise than its VMA, which KVM does not look at'
      : 'The entry of the host is typed as its VMA',
  ),
  'pfn == KVM_PFN_ERR_HWPOISON': { asks: 'whether the page is poisoned' },
  'is_error_noslot_pfn(pfn)': { asks: 'whether the page cannot be found' },
  'kvm_is_device_pfn(pfn)': { asks: 'whether the page is outside RAM' },
  '(vm_flags & (VM_PFNMAP | VM_MIXEDMAP)) && !pfn_is_map_memory(pfn)': {
    asks: 'whether a PFNMAP or MIXEDMAP page is outside RAM',
    needs: { yes: { pfnIsMapMemory: false } },
  },
  'logging_active && !write_fault': {
    asks: 'whether dirty logging holds the write permission back',
    needs: { yes: { dirtyLogging: true } },
  },
  'exec_fault && s2_force_noncacheable': FETCH,
  'exec_fault && map_non_cacheable': FETCH,
  'esr_fsc_is_excl_atomic_fault(esr)': {
    asks: 'whether the access is an unsupported exclusive or atomic one',
  },
  'mmu_invalidate_retry(kvm, mmu_seq)': { asks: 'whether an invalidation raced with the fault' },
  '!fault_is_perm && !s2_force_noncacheable && kvm_has_mte(kvm)': MTE,
  '!perm_fault && !map_non_cacheable && kvm_has_mte(kvm)': MTE,
  'kvm_vma_mte_allowed(vma)': { asks: 'whether the VMA may hold tags' },
  'vm_flags & VM_ALLOW_ANY_UNCACHED': {
    asks: 'whether Normal Non-cacheable is allowed instead of Device',
  },
  'prot |= KVM_PGTABLE_PROT_W': { asks: 'whether the guest may write' },
  'prot |= KVM_PGTABLE_PROT_X': { asks: 'whether the guest may execute' },
  'fault_is_perm && vma_pagesize == fault_granule': RELAX,
  'perm_fault && mapping_size == perm_fault_granule': RELAX,
  'stage2_set_prot_attr(pgt, prot)': tells((answer) => `KVM writes MemAttr ${bits(answer)}`),
};

/** What topping up the page cache is told as. */
export function topUp(answer: string): string {
  const cache = answer === 'hyp' ? 'the page cache of EL2' : 'the page cache of the vCPU';
  return answer === 'none' ? 'KVM needs no pages for the table' : `KVM tops up ${cache}`;
}
