/** Letters and digits of the words that an id begins with, at most. */
const WORDS = 40;

/**
 * An address for what has words and no number: its first words, and a sum of all that tells it from
 * others. The same in the browser as at the build, and whatever stands before or behind it.
 */
export function stableId(words: string, whole: string = words): string {
  const parts = words.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  let start = '';
  for (const part of parts) {
    if (start.length + part.length >= WORDS) break;
    start += `${part}-`;
  }
  return `${start}${sumOf(whole)}`;
}

/** The address of a check of the model: its function, and the check as the kernel or the manual has it. */
export const ruleId = (where: string, check: string): string =>
  stableId(`${where} ${check}`, `${where}\n${check}`);

/** FNV-1a of 32 bits: nobody gains by two texts of one sum. */
function sumOf(text: string): string {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1)
    sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return sum.toString(36);
}
