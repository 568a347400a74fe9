import type { Phrases } from './phrase.ts';

/** Checks of the arm64 hook for a memslot. */
export const MEMSLOT_PHRASES: Phrases = {
  'pkvm_hyp_vm_is_created(kvm) && (change == KVM_MR_DELETE || change == KVM_MR_MOVE)': {
    asks: 'whether a running protected VM would lose or move a slot',
    needs: { yes: { protectedVm: 'created' } },
  },
  'new->flags & (KVM_MEM_LOG_DIRTY_PAGES | KVM_MEM_READONLY)': {
    asks: 'whether a protected VM would get a logged or read-only slot',
  },
  'change == KVM_MR_DELETE': { asks: 'whether the slot is deleted' },
  '(new->base_gfn + new->npages) > (kvm_phys_size(&kvm->arch.mmu) >> PAGE_SHIFT)': {
    asks: 'whether the slot ends beyond the IPA space',
  },
  'kvm_slot_has_gmem(new) && !kvm_memslot_is_gmem_only(new)': {
    asks: 'whether the guest_memfd file cannot be mapped',
  },
  'kvm_slot_has_gmem(new) && kvm_has_mte(kvm)': {
    asks: 'whether guest_memfd meets MTE',
    needs: { yes: { guestMemfd: 'gmemOnly', vmHasMte: true } },
  },
  'kvm_has_mte(kvm) && !kvm_vma_mte_allowed(vma)': {
    asks: 'whether MTE meets a VMA without tags',
    needs: { yes: { vmHasMte: true, vmMteAllowed: false } },
  },
  '(vma->vm_flags & VM_PFNMAP) && (new->flags & KVM_MEM_LOG_DIRTY_PAGES)': {
    asks: 'whether dirty logging meets PFNMAP',
    needs: { yes: { vmPfnmap: true, logDirtyPages: true } },
  },
  '(vma->vm_flags & VM_PFNMAP) && kvm_vma_is_cacheable(vma)': {
    asks: 'whether the VMA is a cacheable PFNMAP',
    needs: { yes: { vmPfnmap: true, attrIndx: 0 } },
  },
  'hva < reg_end': { asks: 'whether a VMA is left to look at' },
};
