import type { Ending } from '../../observations/outcome.ts';
import type { RecordedCase } from '../../observations/schema.ts';
import { memClass } from '../../grammar/memory.ts';
import { verdictClass } from '../../grammar/verdict.ts';
import { h } from '../show/node.ts';
import type { Child, HElement } from '../show/node.ts';
import { rowKeys } from './case-choices.ts';
import type { Beside, Cell } from './cell.ts';
import { drawWords } from './draw-words.ts';
import { endingChip, endingWord } from './ending.ts';
import type { MapPart, MapRow } from './rows.ts';

/** Classes of the marks of agreement; the sheet writes =, (=), ≠ and – with what each says. */
const BESIDE: Readonly<Record<Beside, string>> = {
  agrees: 'om-same',
  'in part': 'om-part',
  differs: 'om-other',
  'not asked': 'om-not',
};

/** The body of a part of the map: two rows of the table for each row, signs and words. */
export function drawBody(part: MapPart, lead: (one: RecordedCase) => HElement): HElement {
  const { rows, runs } = part;
  return h(
    'tbody',
    {},
    ...rows.flatMap((row) => [
      drawSigns(row, hasAccess(part)),
      h(
        'tr',
        { class: 'om-words' },
        h('td', { colspan: width(part) }, ...drawWords(runs, row.cases, lead)),
      ),
    ]),
  );
}

/** Whether a part tells accesses apart, and says them beside the case. */
export const hasAccess = ({ rows }: MapPart): boolean =>
  new Set(rows.map(({ access }) => access)).size > 1;

const width = (part: MapPart): number =>
  part.groups.reduce((sum, { columns }) => sum + columns.length, 1);

function drawSigns(row: MapRow, withAccess: boolean): HElement {
  const { situation, access, cells } = row;
  const opens = h('details', {}, h('summary', {}, ...withCode(situation)));
  return h(
    'tr',
    rowKeys(row),
    h(
      'th',
      { scope: 'row' },
      withAccess
        ? h('div', { class: 'om-case' }, opens, h('span', { class: 'om-access' }, access))
        : opens,
    ),
    ...cells.map((cell, i) => drawCell(cell, cells[i - 1])),
  );
}

/** A cell that goes on with the ending before it has the mark alone for who sees it. */
function drawCell(cell: Cell, before: Cell | undefined): HElement {
  const { columns, endings, beside, starts = false } = cell;
  const same = JSON.stringify(before?.endings) === JSON.stringify(endings);
  const goesOn = same && beside !== null;
  const room = columns.reduce((sum, column) => sum + column.width, 0);
  const signs = endings.map((ending) => sign(ending, room));
  return h(
    'td',
    {
      class: [paint(endings), beside && BESIDE[beside], goesOn && 'om-on', starts && 'om-start']
        .filter(Boolean)
        .join(' '),
      colspan: columns.length > 1 && columns.length,
    },
    ...(goesOn ? [h('span', { class: 'hidden' }, ...signs)] : signs),
  );
}

/** The class that brings the colour of a sign, without its shape and word. */
function paint([first]: readonly Ending[]): string | undefined {
  if (first === undefined) return undefined;
  const { memory, verdict } = first;
  return (memory === null ? verdictClass(verdict) : memClass(memory)).split(' ')[1];
}

/** Room for a whole ending, and for a word of more than three letters. */
const WHOLE = 5;
const WORD = 3;

/** The sign of an ending. A narrow cell shows less of the words, and says them all the same. */
function sign(ending: Ending, room: number): HElement {
  const { memory, verdict, errno } = ending;
  if (room >= WHOLE) return endingChip(ending);
  const unseen = (text: string) => h('span', { class: 'hidden' }, text);
  if (memory !== null) {
    const [word = ''] = memory.split('-');
    const seen = room < WORD && word.length > 3 ? '' : word;
    const rest = memory.slice(seen.length);
    return h('span', { class: memClass(memory) }, seen, rest !== '' && unseen(rest));
  }
  return errno === null
    ? h(
        'span',
        { class: verdictClass(verdict) },
        verdict === 'injected' ? verdict : endingWord(ending),
      )
    : h('span', { class: verdictClass(verdict) }, unseen(`${verdict} `), h('code', {}, errno));
}

/** The name of a flag, which may break after an underscore and nowhere else. */
const flagName = (name: string): HElement =>
  h('code', {}, ...name.split(/(?<=_)/).map((part) => h('span', { class: 'om-bit' }, part)));

/** Names of flags as code, the rest as text. */
function withCode(text: string): Child[] {
  return text.split(/(VM_[A-Z_]+)/).map((part) => (part.startsWith('VM_') ? flagName(part) : part));
}
