import type { Phrases } from './phrase.ts';

/** Checks about the capability and about a VMA alone. */
export const CAPABILITY_PHRASES: Phrases = {
  'default: r = 0': { tells: (_step, why) => `KVM answers 0${why}` },
  'kvm && kvm_vm_is_protected(kvm)': {
    asks: 'whether the VM is a protected one',
    needs: { yes: { vmFd: true, protectedVm: true } },
  },
  '!kvm': { asks: 'whether the VM is missing' },
  'kvm_supports_cacheable_pfnmap()': {
    asks: 'whether the host supports cacheable PFNMAP',
    needs: { yes: { fwb: true, dic: true } },
  },
  'kvm_vma_is_cacheable() exists': {
    tells: () => 'This kernel never asks whether a VMA is cacheable',
  },
  'kvm_vma_is_cacheable(vma)': { asks: 'whether the VMA is cacheable' },
};
