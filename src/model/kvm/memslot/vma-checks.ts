import { ERRNO } from '../errno.ts';
import { isCacheableAttrIndx } from '../vma/attr-indx.ts';
import { HOOK, type VmaCheck } from './check.ts';

/** A VM with MTE takes only VMAs that may hold tags, PFNMAP or not. */
export const mteAllowed: VmaCheck = ({ vmMteAllowed }, vma, { vmHasMte }, trace, source) => {
  const inputs = { vma, vmHasMte, vmMteAllowed };
  const refused = vmHasMte && !vmMteAllowed;
  const check = 'kvm_has_mte(kvm) && !kvm_vma_mte_allowed(vma)';
  return trace.ask(check, HOOK, inputs, refused, source.mmu) ? -ERRNO.EINVAL : null;
};

/** IO regions cannot be logged. */
export const noDirtyLogOnPfnmap: VmaCheck = (
  { vmPfnmap },
  vma,
  { logDirtyPages },
  trace,
  source,
) => {
  const inputs = { vma, vmPfnmap, logDirtyPages };
  const refused = vmPfnmap && logDirtyPages;
  const check = '(vma->vm_flags & VM_PFNMAP) && (new->flags & KVM_MEM_LOG_DIRTY_PAGES)';
  return trace.ask(check, HOOK, inputs, refused, source.mmu) ? -ERRNO.EINVAL : null;
};

/** A cacheable PFNMAP needs FWB and DIC (since v6.17). RAM behind it makes no difference here. */
export const cacheablePfnmapNeedsCaps: VmaCheck = (v, vma, { fwb, dic }, trace, source) => {
  const { vmPfnmap, attrIndx } = v;
  const cacheable = vmPfnmap && isCacheableAttrIndx(attrIndx);
  const check = '(vma->vm_flags & VM_PFNMAP) && kvm_vma_is_cacheable(vma)';
  if (!trace.ask(check, HOOK, { vma, vmPfnmap, attrIndx }, cacheable, source.cacheable))
    return null;
  const supported = fwb && dic;
  const caps = 'kvm_supports_cacheable_pfnmap()';
  return trace.ask(caps, HOOK, { fwb, dic }, supported, source.cacheable) ? null : -ERRNO.EINVAL;
};
