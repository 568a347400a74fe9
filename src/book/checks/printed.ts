/** Blanks and the lines of a table are one blank: `│ no  │ WB │` reads `no WB`. */
const GAP = /[\s\u2500-\u257f]+/g;

/** printedIn makes the question whether each of some texts stands on some line of an output, as whole words. */
export function printedIn(output: string): (texts: readonly string[]) => boolean {
  const lines = output.split('\n').map(spaced);
  return (texts) => texts.every((text) => lines.some((line) => line.includes(spaced(text))));
}

/** What `when="..."` and `solved` name: texts between `&&`. */
export function textsIn(written: string): string[] {
  return written
    .split('&&')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A text with one blank between its words and one at each end, so that whole words are found. */
export function spaced(text: string): string {
  return ` ${text.replace(GAP, ' ').trim()} `.replace(/^ {2}$/, ' ');
}
