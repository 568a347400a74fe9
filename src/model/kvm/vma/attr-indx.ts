/** Names of AttrIndx 0 to 4 in the MAIR layout of arm64 Linux; 5 to 7 are not allocated. */
export const ATTR_INDX_NAMES = [
  'MT_NORMAL',
  'MT_NORMAL_TAGGED',
  'MT_NORMAL_NC',
  'MT_DEVICE_nGnRnE',
  'MT_DEVICE_nGnRE',
] as const;

/** AttrIndx of `vm_page_prot`, bits [4:2]: a number from 0 to 7, or its name. */
export type AttrIndx = number | (typeof ATTR_INDX_NAMES)[number];

/** The name of an AttrIndx; the number for those that are not allocated. */
export function attrIndxName(attrIndx: number): string {
  return ATTR_INDX_NAMES[attrIndx] ?? `unallocated ${attrIndx}`;
}

/**
 * `kvm_vma_is_cacheable()`: false for MT_NORMAL_NC, MT_DEVICE_nGnRnE and MT_DEVICE_nGnRE, true for
 * all else, the unallocated 5 to 7 included. It reads nothing but AttrIndx. Source: CODE617, CODE734.
 */
export function isCacheableAttrIndx(attrIndx: number): boolean {
  return attrIndx < 2 || attrIndx > 4;
}
