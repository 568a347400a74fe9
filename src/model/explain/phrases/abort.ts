import { tells, type Phrases } from './phrase.ts';
import { topUp } from './fault.ts';

/** Checks around the fault on an ordinary memslot: the abort, guest_memfd, pKVM. */
export const ABORT_PHRASES: Phrases = {
  'kvm_vcpu_abt_issea(vcpu)': { asks: 'whether it is an External abort or an ECC error' },
  'apei_claim_sea(NULL) == 0': { asks: 'whether the firmware of the host claims the error' },
  '!cpus_have_final_cap(ARM64_HAS_RAS_EXTN)': { asks: 'whether FEAT_RAS is missing' },
  'is_hyp_ctxt(vcpu) && !kvm_vcpu_trap_is_iabt(vcpu) && (esr & ESR_ELx_VNCR)': {
    asks: 'whether a guest hypervisor met its VNCR page',
    needs: { yes: { vncrAccess: true } },
  },
  'esr_fsc_is_sea_ttw(esr) && (esr & ESR_ELx_S1PTW)': {
    asks: "whether the error came on the host's own walk of stage 2",
    needs: { yes: { faultStatus: 'seaWalk', stage1Walk: true } },
  },
  KVM_ARCH_FLAG_EXIT_SEA: { asks: 'whether user space takes External aborts' },
  'fault_ipa >= BIT_ULL(get_kvm_ipa_limit())': {
    asks: 'whether the address lies beyond what the host has',
  },
  'fault_ipa >= BIT_ULL(VTCR_EL2_IPA(vtcr))': {
    asks: 'whether the address lies beyond the VM',
  },
  '!kvm_vcpu_dabt_isvalid(vcpu)': {
    asks: 'whether the syndrome leaves the instruction out',
  },
  'vcpu_is_protected(vcpu)': { asks: 'whether the vCPU is that of a protected VM' },
  KVM_ARCH_FLAG_RETURN_NISV_IO_ABORT_TO_USER: {
    asks: 'whether user space takes accesses without syndrome',
  },
  'kvm_vcpu_dabt_is_ldst64b(vcpu)': { asks: 'whether it is a 64-byte load or store' },
  'unsupported fault status': { asks: 'whether the fault status is one that it cannot handle' },
  'kvm_is_error_hva(hva) || (write_fault && !writable)': {
    asks: 'whether no page can stand at the address',
  },
  'kvm_vcpu_trap_is_iabt(vcpu)': { asks: 'whether it is an instruction abort' },
  'kvm_vcpu_abt_iss1tw(vcpu)': { asks: "whether it is a walk of the guest's table" },
  'kvm_is_error_hva(hva) && kvm_vcpu_dabt_is_cm(vcpu)': {
    asks: 'whether it is cache maintenance outside of any memslot',
    needs: { yes: { cacheInstruction: true } },
  },
  'esr_fsc_is_access_flag_fault(esr)': { asks: 'whether only the access flag is missing' },
  'kvm_vm_is_protected(kvm)': { asks: 'whether the VM is a protected one' },
  'kvm_slot_has_gmem(memslot)': { asks: 'whether the slot has guest_memfd' },
  'ret == -ENOEXEC': { asks: 'whether the handler wants an instruction abort' },
  'the code was read': {
    tells: (step) => `What ${step.in}() does in this kernel was not read`,
  },
  '!perm_fault': tells(topUp),
  perm_fault: { asks: 'whether relaxing the leaf is enough' },
  'kvm_gmem_get_pfn(kvm, memslot, gfn, ...)': { asks: 'whether guest_memfd has no page' },
  '!(memslot->flags & KVM_MEM_READONLY)': { asks: 'whether the slot is writable' },
  'topup_hyp_memcache(hyp_memcache, min_pages)': {
    asks: 'whether the page cache of EL2 cannot be filled',
  },
  'account_locked_vm(mm, 1, true)': { asks: 'whether the limit of locked memory is reached' },
  'the guest page is poisoned': { asks: 'whether the host has poisoned the page of the guest' },
  'pin_user_pages(hva, 1, flags, &page)': tells((answer) =>
    answer === 'fails' ? 'The page cannot be pinned' : 'The page is pinned',
  ),
  'ret == -EHWPOISON': { asks: 'whether the page is poisoned' },
  'ret != 1': { asks: 'whether the page was not pinned' },
  '!folio_test_swapbacked(page_folio(page))': { asks: 'whether the folio is not swap-backed' },
  'prot & ~KVM_PGTABLE_PROT_RWX': { asks: 'whether a bit beside R, W and X is asked for' },
  '!pfn_range_is_valid(pfn, nr_pages)': { asks: 'whether the PFN is out of range' },
  '__guest_check_transition_size(phys, ipa, nr_pages, &size)': {
    asks: 'whether the size is bad',
  },
  '!is_in_mem_range(end - 1, &range)': { asks: 'whether the range crosses a border of memory' },
  '!reg || reg->flags & MEMBLOCK_NOMAP': { asks: 'whether there is no memory that it may share' },
  'pfn_is_map_memory(pfn)': { asks: 'whether the page is RAM' },
};
