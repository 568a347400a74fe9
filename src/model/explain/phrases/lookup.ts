import { tells, type Phrases } from './phrase.ts';

const GOT: Readonly<Record<string, string>> = {
  page: 'get_user_pages() gets the page',
  refused: 'get_user_pages() refuses',
  hwpoison: 'get_user_pages() meets a poisoned page',
  interrupted: 'get_user_pages() is interrupted',
};

/** Checks of `hva_to_pfn()`. */
export const LOOKUP_PHRASES: Phrases = {
  'get_user_pages_unlocked(hva, 1, &page, flags)': tells(
    (answer) => `KVM asks for the page, and ${GOT[answer] ?? answer}`,
  ),
  'get_user_page_fast_only(hva, FOLL_WRITE, &wpage)': {
    asks: 'whether the page can be had writable too',
    needs: { yes: { vmWrite: true, gupUpgrade: true } },
  },
  'npages == -EINTR || npages == -EAGAIN': { asks: 'whether a signal came between' },
  'npages == -EHWPOISON': { asks: 'whether the page is poisoned' },
  'vma == NULL': { asks: 'whether the VMA is missing' },
  'vma->vm_flags & (VM_IO | VM_PFNMAP)': {
    asks: 'whether the VMA is VM_IO or VM_PFNMAP',
    needs: { no: { vmIo: false, vmPfnmap: false } },
  },
  'kfp->pin && !allow_unsafe_mappings': {
    asks: 'whether the page is to be pinned, which a bare frame cannot be',
    needs: { yes: { purpose: 'pin', unsafeMappings: false } },
  },
  'follow_pfnmap_start(&args)': { asks: 'whether user space has an entry' },
  'fixup_user_fault(mm, hva, fault_flags, &unlocked)': {
    asks: 'whether the fault handler of the host makes one',
  },
  'write_fault && !args.writable': {
    asks: 'whether a write meets a read-only entry',
    needs: { yes: { writeFault: true, argsWritable: false } },
  },
};
