import { countOf, hex } from './number.ts';

/** Flags of a memslot by bit (DOC734). */
const SLOT: readonly (readonly [bit: bigint, name: string])[] = [
  [1n, 'KVM_MEM_LOG_DIRTY_PAGES'],
  [2n, 'KVM_MEM_READONLY'],
  [4n, 'KVM_MEM_GUEST_MEMFD'],
];

/** Flags of a VMA that matter here, by their letters in the VmFlags line of smaps (MM734). */
const VMA: Readonly<Record<string, string>> = {
  pf: 'VM_PFNMAP',
  io: 'VM_IO',
  mm: 'VM_MIXEDMAP',
  mt: 'VM_MTE',
  ht: 'VM_HUGETLB',
};

/**
 * Flags of a memslot as a list of names, `0` for none; a bit without a name stays a number. Null
 * where the text is neither names nor a number.
 */
export function slotFlagsOf(text: string): string | null {
  const parts = text
    .replace(/\/\*.{0,80}?\*\//g, ' ')
    .split(/[|\s,]+/)
    .filter((part) => part !== '');
  const names = new Set<string>();
  for (const part of parts) {
    const number = countOf(part);
    if (number !== null) for (const name of bitsOf(number)) names.add(name);
    else if (/^KVM_MEM(?:SLOT)?_\w{1,40}$/i.test(part)) names.add(part.toUpperCase());
    else return null;
  }
  if (parts.length === 0) return null;
  return names.size === 0 ? '0' : [...names].join(' ');
}

function bitsOf(number: bigint): string[] {
  const names = SLOT.filter(([bit]) => (number & bit) !== 0n).map(([, name]) => name);
  const rest = number & ~7n;
  return rest === 0n ? names : [...names, hex(rest)];
}

/** Names of the flags that the kernel knows on arm64. */
export const SLOT_FLAGS: readonly string[] = SLOT.map(([, name]) => name);

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
