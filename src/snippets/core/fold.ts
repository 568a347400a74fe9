/** Lines `from` to `to`, counted from 1, both included. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** The lines that a page folds away. */
export interface Folded {
  /** The marker lines are part of the range that they bound. */
  readonly ranges: readonly LineRange[];
  /** What is wrong with the markers; null: nothing. */
  readonly problem: string | null;
}

const HIDE = /^\s*\/\/ hide\s*$/;
const SHOW = /^\s*\/\/ show\s*$/;

/** isMarker says whether a line is `// hide` or `// show`. */
export const isMarker = (line: string): boolean => HIDE.test(line) || SHOW.test(line);

/** withoutMarks is the same code, line for line, without the author's marks: they are empty lines. */
export const withoutMarks = (code: string): string =>
  code
    .split('\n')
    .map((line) => (isMarker(line) ? '' : line))
    .join('\n');

/** setUpName is what stands for lines that are folded away; marks and empty lines are not counted. */
export function setUpName(lines: readonly string[]): string {
  const count = lines.filter((line) => line.trim() !== '' && !isMarker(line)).length;
  return `Set-up, ${count} ${count === 1 ? 'line' : 'lines'}`;
}

/** foldedLines finds the set-up between `// hide` and `// show`; hidden lines still run. */
export function foldedLines(code: string): Folded {
  const lines = code.split('\n');
  const ranges: LineRange[] = [];
  let from = 0;
  for (const [i, line] of lines.entries()) {
    const n = i + 1;
    if (HIDE.test(line)) {
      if (from > 0) return { ranges, problem: `line ${n}: // hide inside // hide of line ${from}` };
      from = n;
    } else if (SHOW.test(line)) {
      if (from === 0) return { ranges, problem: `line ${n}: // show without // hide before it` };
      ranges.push({ from, to: n });
      from = 0;
    }
  }
  if (from > 0) ranges.push({ from, to: lines.length });
  return { ranges, problem: null };
}
