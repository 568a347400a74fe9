import { readPtdump, setPtdump, type PtdumpField } from '../../model/index.ts';
import { h } from '../show/node.ts';
import type { HElement, HNode } from '../show/node.ts';
import { sourceLinks } from '../show/steps.ts';
import { plain } from './fields.ts';
import type { State } from './state.ts';

const code = (text: string): HElement => h('code', {}, text);

export { readPtdump, setPtdump };

/** drawPtdump is a line of a page-table dump: its range, its words and what they say. */
export function drawPtdump(state: State): HNode[] {
  const read = readPtdump(state['line'] ?? '');
  if (read.error)
    return [
      h(
        'p',
        { class: 'fig-problems' },
        `No line of a dump: expected ${read.error.expected}, such as ${read.error.example}.`,
      ),
    ];
  const { stage, from, to, level, empty, unknown, bits, source } = read;
  const range = `Stage ${stage}, level ${level}: ${short(from)} to ${short(to)}, ${sizeOf(read.bytes ?? 0)}.`;
  const notes = [
    stage === 2
      ? "A line of a VM's stage 2, as kvm/<vm>/stage2_page_tables prints it. It never tells the memory type: MemAttr is not among its words."
      : "A line of the host kernel's own tables, stage 1, as kernel_page_tables prints it: it says nothing of what a guest sees.",
    unknown.length > 0 &&
      `Not known here: ${unknown.join(' ')}. Older kernels print one X for execution, and which way it goes was not read for this site.`,
    empty
      ? 'Nothing is mapped there.'
      : `The bits that the words stand for: ${bits}. Address and all other bits are not in the line.`,
  ];
  const said = notes.filter((note): note is string => note !== false);
  const list = h(
    'ul',
    { class: 'nb-says' },
    h('li', {}, range),
    ...said.map((note) => h('li', {}, note)),
  );
  const other = otherLine(state);
  const compared = other === null ? [] : [h('p', { class: 'nb-head' }, other.says)];
  return empty
    ? [list, ...compared]
    : [list, ...compared, table(read.fields, state['line'] ?? '', source, other?.fields ?? null)];
}

/** The line with which one is compared: its range in words, and its fields; null where there is none. */
function otherLine(
  state: State,
): { readonly says: string; readonly fields: readonly PtdumpField[] } | null {
  const line = state['other-line'] ?? '';
  if (line === '') return null;
  const read = readPtdump(line);
  if (read.error)
    return {
      says: `Compared with no line of a dump: expected ${read.error.expected}.`,
      fields: [],
    };
  const { stage, from, to, level, bytes } = read;
  return {
    says: `Compared with stage ${stage}, level ${level}: ${short(from)} to ${short(to)}, ${sizeOf(bytes ?? 0)}.`,
    fields: read.fields,
  };
}

const short = (address: string | null): string => `0x${BigInt(address ?? '0x0').toString(16)}`;

const UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
function sizeOf(bytes: number): string {
  let [size, unit] = [bytes, 0];
  while (size >= 1024 && size % 1024 === 0 && unit < UNITS.length - 1)
    [size, unit] = [size / 1024, unit + 1];
  return `${size} ${UNITS[unit]}`;
}

function table(
  fields: readonly PtdumpField[],
  line: string,
  source: readonly string[],
  others: readonly PtdumpField[] | null,
): HElement {
  const heads = ['Field', 'Bits', 'Word', 'Says', ...(others ? ['Compared'] : []), 'Source'];
  return h(
    'div',
    { class: 'frame nb-frame', role: 'region', 'aria-label': 'Fields of the line', tabindex: 0 },
    h(
      'table',
      { class: 'nb-table' },
      h('thead', {}, h('tr', {}, ...heads.map((head) => h('th', { scope: 'col' }, head)))),
      h(
        'tbody',
        {},
        ...fields.map((field) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row' }, code(field.name)),
            h(
              'td',
              { class: 'nb-bits' },
              code(field.hi === field.lo ? String(field.hi) : `${field.hi}:${field.lo}`),
            ),
            h('td', {}, wordControl(field, line), plain(field.word ?? '')),
            h('td', {}, field.says),
            others !== null && comparedWord(field, others),
            h('td', { class: 'nb-source' }, sourceLinks(source), ' ptdump.c'),
          ),
        ),
      ),
    ),
  );
}

function comparedWord({ name, word }: PtdumpField, others: readonly PtdumpField[]): HElement {
  const other = others.find((one) => one.name === name);
  const differs = other === undefined || other.word !== word;
  return h(
    'td',
    { 'data-head': 'Compared:' },
    differs && h('b', { class: 'nb-sign' }, '≠ differs: '),
    other === undefined ? 'no such field' : h('code', {}, other.word ?? 'no word'),
    other !== undefined && ` ${other.says}`,
  );
}

/** The words that can stand in its place, each tried in the line. */
function wordControl(field: PtdumpField, line: string): HElement {
  const values = Array.from({ length: 2 ** (field.hi - field.lo + 1) }, (_, value) => value);
  const words = values.flatMap((value) => {
    const found = readPtdump(setPtdump(line, field.name, value)).fields.find(
      ({ name }) => name === field.name,
    );
    return found?.value === value ? [{ value, word: found.word ?? '' }] : [];
  });
  const now = field.value === null ? '' : String(field.value);
  return h(
    'select',
    { 'data-word-of': field.name, 'data-now': now, 'aria-label': field.name, autocomplete: 'off' },
    field.value === null && h('option', { value: '', selected: true }, 'not told'),
    ...words.map(({ value, word }) =>
      h('option', { value, selected: String(value) === now }, word === '' ? 'no word' : word),
    ),
  );
}
