/** Flags of a VMA that matter here, by their letters in the VmFlags line of smaps (MM734). */
const VMA: Readonly<Record<string, string>> = {
  pf: 'VM_PFNMAP',
  io: 'VM_IO',
  mm: 'VM_MIXEDMAP',
  mt: 'VM_MTE',
  ht: 'VM_HUGETLB',
};

/** The names among the letters of a VmFlags line, in its order; null for letters that are none. */
export function vmaFlagsOf(letters: readonly string[]): string[] {
  return letters.flatMap((pair) => (Object.hasOwn(VMA, pair) ? [VMA[pair] ?? ''] : []));
}

/** Flags of a VMA as letters of smaps or as names; null for anything else. */
export function readVmaFlags(text: string): string | null {
  const parts = text.split(/[|\s,]+/).filter((part) => part !== '');
  if (parts.length === 0) return null;
  const names = parts.map((part) => {
    if (/^VM_[A-Z0-9_]{1,30}$/i.test(part)) return part.toUpperCase();
    if (/^(?:[a-z0-9]{2}|\?\?)$/.test(part)) return VMA[part] ?? '';
    return part === 'none' || part === '0' ? '' : null;
  });
  if (names.includes(null)) return null;
  return [...new Set(names)].filter((name) => name !== '').join(' ');
}
