import { ERRNO } from '../errno.ts';
import { HOOK, type SlotCheck } from './check.ts';

/** A protected VM whose EL2 part exists can neither delete nor move a slot (v7.3). */
export const protectedVmKeepsSlots: SlotCheck = ({ protectedVm, change }, trace, source) => {
  const refused = protectedVm === 'created' && (change === 'DELETE' || change === 'MOVE');
  const check = 'pkvm_hyp_vm_is_created(kvm) && (change == KVM_MR_DELETE || change == KVM_MR_MOVE)';
  return trace.ask(check, HOOK, { protectedVm, change }, refused, source.mmu) ? -ERRNO.EPERM : null;
};

/** A protected VM takes no slot with dirty logging or read-only (v7.3). */
export const protectedVmFlags: SlotCheck = (q, trace, source) => {
  const { protectedVm, change, logDirtyPages, readonly } = q;
  const refused = protectedVm !== 'no' && change !== 'DELETE' && (logDirtyPages || readonly);
  const check = 'new->flags & (KVM_MEM_LOG_DIRTY_PAGES | KVM_MEM_READONLY)';
  const inputs = { protectedVm, change, logDirtyPages, readonly };
  return trace.ask(check, HOOK, inputs, refused, source.mmu) ? -ERRNO.EPERM : null;
};

/** Deleting looks at nothing further. */
export const deleteSlot: SlotCheck = ({ change }, trace, source) => {
  const check = 'change == KVM_MR_DELETE';
  return trace.ask(check, HOOK, { change }, change === 'DELETE', source.mmu) ? 0 : null;
};

/** The slot has to lie in the IPA space. This EFAULT comes before any look at a VMA. */
export const beyondIpa: SlotCheck = (q, trace, source) => {
  const check = '(new->base_gfn + new->npages) > (kvm_phys_size(&kvm->arch.mmu) >> PAGE_SHIFT)';
  return trace.ask(check, HOOK, { beyondIpa: q.beyondIpa }, q.beyondIpa, source.mmu)
    ? -ERRNO.EFAULT
    : null;
};

/** A guest_memfd slot needs a file that user space can map (v7.3). */
export const guestMemfdMappable: SlotCheck = ({ guestMemfd }, trace, source) => {
  const check = 'kvm_slot_has_gmem(new) && !kvm_memslot_is_gmem_only(new)';
  return trace.ask(check, HOOK, { guestMemfd }, guestMemfd === 'notGmemOnly', source.mmu)
    ? -ERRNO.EINVAL
    : null;
};

/** A guest_memfd slot and MTE exclude each other (v7.3). */
export const guestMemfdWithoutMte: SlotCheck = ({ guestMemfd, vmHasMte }, trace, source) => {
  const check = 'kvm_slot_has_gmem(new) && kvm_has_mte(kvm)';
  const refused = guestMemfd !== 'none' && vmHasMte;
  return trace.ask(check, HOOK, { guestMemfd, vmHasMte }, refused, source.mmu)
    ? -ERRNO.EINVAL
    : null;
};
