/**
 * bodiesOf returns the definitions of one function in a C file, in their order: from the line with its name
 * to the brace that closes it at the margin, as the kernel's style has it. Comments are left out and every
 * run of white space is one blank, so that what the compiler does not see changes nothing. A declaration
 * and a call are none.
 */
export function bodiesOf(file: string, name: string): string[] {
  const lines = withoutComments(file).split('\n');
  // What stands before the name is its type; a line that begins with a blank is inside of something.
  const start = new RegExp(`^(?:[A-Za-z_][\\w *()]*[\\s*])?${name}\\(`);
  return lines.flatMap((line, at) => {
    if (!start.test(line)) return [];
    const open = lines.findIndex((one, i) => i >= at && /^\{|\{.*\}$|;\s*$/.test(one));
    if (open < 0 || /;\s*$/.test(lines[open] ?? '')) return [];
    const close = lines.findIndex((one, i) => i >= open && /^\}|\{.*\}$/.test(one));
    const text = lines.slice(at, (close < 0 ? lines.length : close) + 1).join(' ');
    return [text.replace(/\s+/g, ' ').trim()];
  });
}

/** A string that looks like a comment stays one: none of the functions has such. */
function withoutComments(file: string): string {
  return file.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/\/\/[^\n]*/g, ' ');
}
