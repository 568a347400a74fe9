/**
 * rightAnswer judges what was chosen or typed by the key of a check, as its page has it: the number of an
 * option, or the spellings that count. Case and blanks do not, nor how a number is written.
 */
export function rightAnswer(key: string, answer: string): boolean {
  let right: unknown;
  try {
    right = JSON.parse(key);
  } catch {
    return false;
  }
  if (typeof right === 'number') return answer === String(right);
  return Array.isArray(right) && right.some((one) => plain(String(one)) === plain(answer));
}

/** `0b0110`, `0110` and `110` are one word; so are `eFault` and `-EFAULT`. */
function plain(text: string): string {
  const word = text.toLowerCase().replaceAll(/[\s`'".,-]+/g, '');
  return /^(?:0b)?[01]+$/.test(word) ? word.replace(/^(?:0b)?0*(?=.)/, '') : word;
}
