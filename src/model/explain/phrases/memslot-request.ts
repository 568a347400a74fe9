import type { Phrases } from './phrase.ts';

/** Checks of a memslot request, before the arm64 hook. */
export const MEMSLOT_REQUEST_PHRASES: Phrases = {
  'mem->flags & ~valid_flags': {
    asks: 'whether the flags are bad',
    needs: { no: { unknownFlag: false } },
  },
  'size, address or slot id is wrong': { asks: 'whether size, address or slot id is wrong' },
  '!npages': { asks: 'whether the request deletes' },
  'old && old->npages': { asks: 'whether there is a slot to delete' },
  '!old || !old->npages': { asks: 'whether the slot is new' },
  'mem->flags & KVM_MEM_GUEST_MEMFD': { asks: 'whether an existing slot is to get guest_memfd' },
  'userspace_addr, npages or a fixed flag differs': {
    asks: 'whether something that cannot change differs',
    needs: { no: { userspaceAddrDiffers: false, npagesDiffers: false } },
  },
  'base_gfn != old->base_gfn': { asks: 'whether the slot moves' },
  'mem->flags != old->flags': { asks: 'whether the flags change' },
  'kvm_check_memslot_overlap(slots, id, base_gfn, base_gfn + npages)': {
    asks: 'whether the range overlaps',
  },
};
