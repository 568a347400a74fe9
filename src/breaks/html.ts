import { withMarks } from './parts.ts';

/** A tag with its name; a value in quotes may hold every other sign. */
const TAG = /<(\/?)([a-z][\w-]*)(?:[^>"']|"[^"]*"|'[^']*')*>/gi;
/** What is set as it is: listings, pictures, scripts and fields. A table says itself where its names break. */
const AS_IT_IS = new Set(['pre', 'svg', 'script', 'style', 'title', 'textarea', 'select', 'table']);

/** withBreaks is a finished page in whose text long names may break between their words. */
export function withBreaks(html: string): string {
  const parts: string[] = [];
  let from = 0;
  let within = '';
  let depth = 0;
  for (const { 0: tag, 1: ends, 2: name = '', index } of html.matchAll(TAG)) {
    const text = html.slice(from, index);
    parts.push(within === '' ? withMarks(text, '<wbr>') : text, tag);
    from = index + tag.length;
    if (within === '' && ends === '' && AS_IT_IS.has(name)) within = name;
    if (name === within) depth += ends === '' ? 1 : -1;
    if (depth === 0) within = '';
  }
  return parts.join('') + html.slice(from);
}
