import { LONG_IN_A_CELL, withMarks, withWhole } from './parts.ts';

/** A tag with its name; a value in quotes may hold every other sign. */
const TAG = /<(\/?)([a-z][\w-]*)(?:[^>"']|"[^"]*"|'[^']*')*>/gi;
/** What is set as it is: listings, pictures, scripts and fields. */
const AS_IT_IS = new Set(['pre', 'svg', 'script', 'style', 'title', 'textarea', 'select']);
/** A table says itself where its names break; one that is written in Markdown says nothing. */
const NO_BREAKS = new Set([...AS_IT_IS, 'table']);
const WRITTEN = /<table>.*?<\/table>/gs;
/** What may set the parts of its text beside each other. */
const NO_PARTS = new Set([...AS_IT_IS, 'label', 'button', 'summary', 'legend']);

/** A change of the texts of a page, but for those within elements that stay as they are. */
interface Change {
  readonly isKept: (name: string) => boolean;
  readonly change: (text: string) => string;
}
const LONG_NAMES: Change = {
  isKept: (name) => NO_BREAKS.has(name),
  change: (text) => withMarks(text, '<wbr>'),
};
const NAMES_IN_CELLS: Change = {
  isKept: (name) => AS_IT_IS.has(name),
  change: (text) => withMarks(text, '<wbr>', LONG_IN_A_CELL),
};
const SHORT_NAMES: Change = {
  // A figure knows its own texts by their nodes.
  isKept: (name) => NO_PARTS.has(name) || name.startsWith('stage-'),
  change: (text) => withWhole(text, '<whole-name>', '</whole-name>'),
};

/** withBreaks is a finished page in whose text long names may break between their words, and short ones never. */
export const withBreaks = (html: string): string =>
  changed(
    html.replace(WRITTEN, (table) => changed(table, [NAMES_IN_CELLS])),
    [LONG_NAMES, SHORT_NAMES],
  );

/** A page after changes, each made of what the one before left. */
function changed(html: string, changes: readonly Change[]): string {
  const parts: string[] = [];
  let from = 0;
  const open = changes.map(({ isKept, change }) => ({ isKept, change, within: '', depth: 0 }));
  for (const { 0: tag, 1: ends, 2: name = '', index } of html.matchAll(TAG)) {
    let text = html.slice(from, index);
    from = index + tag.length;
    for (const one of open) {
      if (one.within === '') {
        text = one.change(text);
        if (ends === '' && one.isKept(name)) one.within = name;
      }
      if (name === one.within) one.depth += ends === '' ? 1 : -1;
      if (one.depth === 0) one.within = '';
    }
    parts.push(text, tag);
  }
  return parts.join('') + html.slice(from);
}
