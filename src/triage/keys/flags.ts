import { countOf, hex } from './number.ts';

/** Flags of a memslot by bit (DOC734). */
const SLOT: readonly (readonly [bit: bigint, name: string])[] = [
  [1n, 'KVM_MEM_LOG_DIRTY_PAGES'],
  [2n, 'KVM_MEM_READONLY'],
  [4n, 'KVM_MEM_GUEST_MEMFD'],
];

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
