import { LONG_IN_A_CELL, withMarks, withWhole } from './parts.ts';

/** A tag with its name; a value in quotes may hold every other sign. */
const TAG = /<(\/?)([a-z][\w-]*)(?:[^>"']|"[^"]*"|'[^']*')*>/gi;
/** What is set as it is: listings, pictures, scripts and fields. */
const AS_IT_IS = new Set(['pre', 'svg', 'script', 'style', 'title', 'textarea', 'select']);
/** A table says itself where its names break; one that is written in Markdown says nothing. */
const NO_BREAKS = new Set([...AS_IT_IS, 'table']);
const WRITTEN = /<table>.*?<\/table>/gs;
/** What may set the parts of its text beside each other; and links, as a finger needs room between two lines of them. */
const NO_PARTS = new Set([...AS_IT_IS, 'label', 'button', 'summary', 'legend', 'a']);

/** withBreaks is a finished page in whose text long names may break between their words, and short ones never. */
export function withBreaks(html: string): string {
  const broken = inTexts(
    html,
    (name) => NO_BREAKS.has(name),
    (text) => withMarks(text, '<wbr>'),
  ).replace(WRITTEN, (table) =>
    inTexts(
      table,
      (name) => AS_IT_IS.has(name),
      (text) => withMarks(text, '<wbr>', LONG_IN_A_CELL),
    ),
  );
  return inTexts(
    broken,
    // A figure knows its own texts by their nodes.
    (name) => NO_PARTS.has(name) || name.startsWith('stage-'),
    (text) => withWhole(text, '<whole-name>', '</whole-name>'),
  );
}

/** inTexts changes the texts of a page, but for those within elements that stay as they are. */
function inTexts(
  html: string,
  isKept: (name: string) => boolean,
  change: (text: string) => string,
): string {
  const parts: string[] = [];
  let from = 0;
  let within = '';
  let depth = 0;
  for (const { 0: tag, 1: ends, 2: name = '', index } of html.matchAll(TAG)) {
    const text = html.slice(from, index);
    parts.push(within === '' ? change(text) : text, tag);
    from = index + tag.length;
    if (within === '' && ends === '' && isKept(name)) within = name;
    if (name === within) depth += ends === '' ? 1 : -1;
    if (depth === 0) within = '';
  }
  return parts.join('') + html.slice(from);
}
