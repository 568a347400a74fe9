import type { Step } from '../base/step.ts';
import { inputsInWords } from './vocabulary.ts';

/** What a check asks, or how its answer is told where it is no question. */
export type Phrase = { readonly asks: string } | { readonly tells: (step: Step) => string };

const because = (step: Step): string => {
  const words = inputsInWords(step.inputs);
  return words === '' ? '' : `, because ${words}`;
};
const tells = (text: (answer: string) => string): Phrase => ({
  tells: (step) => `${text(String(step.answer))}${because(step)}`,
});

/** Each check of the model, and how it is said. */
export const PHRASES: Readonly<Record<string, Phrase>> = {
  'default: r = 0': { tells: (step) => `KVM answers 0${because(step)}` },
  'kvm && kvm_vm_is_protected(kvm)': { asks: 'whether the VM is a protected one' },
  '!kvm': { asks: 'whether the VM is missing' },
  'kvm_supports_cacheable_pfnmap()': { asks: 'whether the host supports cacheable PFNMAP' },
  'kvm_vma_is_cacheable() exists': {
    tells: () => 'This kernel never asks whether a VMA is cacheable',
  },
  'kvm_vma_is_cacheable(vma)': { asks: 'whether the VMA is cacheable' },

  'mem->flags & ~valid_flags': { asks: 'whether the flags are bad' },
  'size, address or slot id is wrong': { asks: 'whether size, address or slot id is wrong' },
  '!npages': { asks: 'whether the request deletes' },
  'old && old->npages': { asks: 'whether there is a slot to delete' },
  '!old || !old->npages': { asks: 'whether the slot is new' },
  'mem->flags & KVM_MEM_GUEST_MEMFD': { asks: 'whether an existing slot is to get guest_memfd' },
  'userspace_addr, npages or a fixed flag differs': {
    asks: 'whether something that cannot change differs',
  },
  'base_gfn != old->base_gfn': { asks: 'whether the slot moves' },
  'mem->flags != old->flags': { asks: 'whether the flags change' },
  'kvm_check_memslot_overlap(slots, id, base_gfn, base_gfn + npages)': {
    asks: 'whether the range overlaps',
  },

  'pkvm_hyp_vm_is_created(kvm) && (change == KVM_MR_DELETE || change == KVM_MR_MOVE)': {
    asks: 'whether a running protected VM would lose or move a slot',
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
  'kvm_slot_has_gmem(new) && kvm_has_mte(kvm)': { asks: 'whether guest_memfd meets MTE' },
  'kvm_has_mte(kvm) && !kvm_vma_mte_allowed(vma)': { asks: 'whether MTE meets a VMA without tags' },
  '(vma->vm_flags & VM_PFNMAP) && (new->flags & KVM_MEM_LOG_DIRTY_PAGES)': {
    asks: 'whether dirty logging meets PFNMAP',
  },
  '(vma->vm_flags & VM_PFNMAP) && kvm_vma_is_cacheable(vma)': {
    asks: 'whether the VMA is a cacheable PFNMAP',
  },
  'hva < reg_end': { asks: 'whether a VMA is left to look at' },

  'fault_is_perm && !write_fault && !exec_fault': {
    asks: 'whether it is a permission fault on a read',
  },
  '!fault_is_perm || (logging_active && write_fault)': tells(topUp),
  '!perm_fault || logging_active || is_protected_kvm_enabled()': tells(topUp),
  '!vma': { asks: 'whether the VMA is missing' },
  'pfn == KVM_PFN_ERR_HWPOISON': { asks: 'whether the page is poisoned' },
  'is_error_noslot_pfn(pfn)': { asks: 'whether the page cannot be found' },
  'kvm_is_device_pfn(pfn)': { asks: 'whether the page is outside RAM' },
  '(vm_flags & (VM_PFNMAP | VM_MIXEDMAP)) && !pfn_is_map_memory(pfn)': {
    asks: 'whether a PFNMAP or MIXEDMAP page is outside RAM',
  },
  'logging_active && !write_fault': {
    asks: 'whether dirty logging holds the write permission back',
  },
  'exec_fault && s2_force_noncacheable': { asks: 'whether the fetch is from a non-cacheable page' },
  'esr_fsc_is_excl_atomic_fault(esr)': {
    asks: 'whether the access is an unsupported exclusive or atomic one',
  },
  'mmu_invalidate_retry(kvm, mmu_seq)': { asks: 'whether an invalidation raced with the fault' },
  '!fault_is_perm && !s2_force_noncacheable && kvm_has_mte(kvm)': {
    asks: 'whether MTE concerns the page',
  },
  'kvm_vma_mte_allowed(vma)': { asks: 'whether the VMA may hold tags' },
  'vm_flags & VM_ALLOW_ANY_UNCACHED': {
    asks: 'whether Normal Non-cacheable is allowed instead of Device',
  },
  'prot |= KVM_PGTABLE_PROT_W': { asks: 'whether the guest may write' },
  'prot |= KVM_PGTABLE_PROT_X': { asks: 'whether the guest may execute' },
  'fault_is_perm && vma_pagesize == fault_granule': { asks: 'whether relaxing the leaf is enough' },
  'stage2_set_prot_attr(pgt, prot)': tells(
    (answer) => `KVM writes MemAttr ${Number(answer) > 9 ? '0xf' : answer}`,
  ),

  'MAIR_EL1.Attr': tells((answer) => `Stage 1 asks for ${answer}`),
  'MemAttr[3:0]': tells((answer) => `Stage 2 says ${answer}`),
  'memory type': tells((answer) => `Together they give ${answer}`),
  'allocation hints': tells((answer) => `The hints are ${answer}`),
  shareability: tells((answer) => `The shareability is ${answer}`),
  'OSH enters stage 2 instead': {
    tells: (step) =>
      `An implementation may also hand on OSH and give ${String(step.answer)}${because(step)}`,
  },
  Tagged: tells((answer) => `The result is ${answer === 'true' ? '' : 'not '}Tagged`),
  NoTagAccess: tells(
    (answer) => `Tag access is ${answer === 'true' ? 'not allowed' : 'not restricted'}`,
  ),
  XS: tells((answer) => `XS is ${answer === 'true' ? '1' : '0'}`),
  'reserved encoding': {
    tells: (step) => {
      const count = Number(step.answer);
      const fields = Object.keys(step.inputs).join(' and ');
      const permits =
        count === 0
          ? 'asserts no result'
          : count === 1
            ? 'permits one result'
            : `permits ${count} results`;
      return `A reserved encoding in ${fields}: the architecture ${permits}`;
    },
  },
};

function topUp(answer: string): string {
  const cache = answer === 'hyp' ? 'the page cache of EL2' : 'the page cache of the vCPU';
  return answer === 'none' ? 'KVM needs no pages for the table' : `KVM tops up ${cache}`;
}
