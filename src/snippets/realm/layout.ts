import { add, join, list } from './list.ts';
import type { List } from './list.ts';
import { indexOf, repeat } from './primordials.ts';

const WIDTH = 76;
const FILL_FROM = 7;

/** layout puts the entries of a value between brackets: on one line where they fit, else one a line. */
export function layout(
  prefix: string,
  open: string,
  close: string,
  entries: List<string>,
  indent: number,
  fill: boolean,
): string {
  if (entries.length === 0) return `${prefix}${open}${close}`;
  const flat = join(entries, ', ');
  const width = flat.length + prefix.length + indent + 4;
  if (width <= WIDTH && indexOf(flat, '\n') < 0) return `${prefix}${open} ${flat} ${close}`;
  const pad = repeat(' ', indent + 2);
  const lines = fill && entries.length >= FILL_FROM ? filled(entries, WIDTH - indent) : entries;
  return `${prefix}${open}\n${pad}${join(lines, `,\n${pad}`)}\n${repeat(' ', indent)}${close}`;
}

/** filled puts as many short entries on a line as fit. */
function filled(entries: List<string>, width: number): List<string> {
  const lines = list<string>();
  let line = '';
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i] ?? '';
    if (line !== '' && line.length + entry.length + 2 > width) {
      add(lines, line);
      line = '';
    }
    line += (line === '' ? '' : ', ') + entry;
  }
  add(lines, line);
  return lines;
}
