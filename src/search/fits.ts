const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Whether what was found has to do with what was typed: some word of it has half of the letters of some
 * word, in their order. Pagefind shortens a word that nothing has until something begins so, and then
 * finds the letter Z for zzqqx.
 */
export function fits(typed: string, found: readonly string[]): boolean {
  const asked = words(typed);
  if (asked.length === 0) return true;
  const all = words(found.join(' ')).join(' ');
  return asked.some((word) => all.includes(word.slice(0, Math.ceil(word.length / 2))));
}
