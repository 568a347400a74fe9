import { h } from '../show/node.ts';
import type { Child } from '../show/node.ts';
import { keep, more, slug } from './table.ts';
import type { Cell, Row, Table } from './table.ts';

/** What the table shows of an advisory of the list. */
export interface ListedAdvisory {
  readonly name: string;
  /** CVE numbers; none where none was found. */
  readonly number: readonly string[];
  readonly where: string;
  readonly date: string;
  readonly kind: string;
  readonly happened: string;
  readonly mended: string;
  readonly read: string;
  readonly unread?: string | undefined;
  readonly source: readonly string[];
  readonly status: string;
}

const KINDS: readonly (readonly [kind: string, words: string])[] = [
  ['leak', 'Leak: somebody reads what memory held before'],
  ['reversal', 'Reversal: an old line lands on newer data'],
  ['integrity', 'Integrity: what was checked is not what is used'],
  ['tables', 'Old tables: an IOMMU reads memory around the cache'],
];

/** The words over a group: what it is, and how many of it have a number. */
function heading(words: string, own: readonly ListedAdvisory[]): string {
  const without = own.filter(({ number }) => number.length === 0).length;
  const open = without === 0 ? '' : `; ${without} of ${own.length} without a CVE number`;
  return `${words}${open}`;
}

const cites = (source: readonly string[]): readonly Child[] =>
  source.flatMap((id) => [' ', h('a', { href: `/sources/#${id}` }, id)]);

function about({ name, number, date }: ListedAdvisory): Cell {
  const numbers = number.filter((one) => one !== name).map((one) => more(keep(one)));
  return [...numbers, ...(number.length === 0 ? [more('no number found')] : []), more(keep(date))];
}

const wide = (...children: readonly Child[]): Cell => h('td', { class: 'tab-words' }, ...children);

function row(one: ListedAdvisory): Row {
  const { name, where, happened, mended, read, unread, source, status } = one;
  return {
    id: slug(name),
    name: name.startsWith('CVE-') ? keep(name) : name,
    about: about(one),
    cells: [
      wide(`${where}: ${happened}`),
      wide(mended),
      wide(
        `Read: ${read}. `,
        unread !== undefined && more(`Not opened: ${unread}.`),
        status !== 'confirmed' && more(h('span', { class: 'status' }, status)),
        more(...cites(source)),
      ),
    ],
  };
}

/** The advisories by what a stale copy did, each group in the order of dates. */
export function advisoryTable(all: readonly ListedAdvisory[]): Table {
  const groups = KINDS.flatMap(([kind, words]) => {
    const own = all
      .filter((one) => one.kind === kind)
      .toSorted((a, b) => (a.date < b.date ? -1 : 1));
    return own.length === 0 ? [] : [{ heading: heading(words, own), rows: own.map(row) }];
  });
  return {
    name: 'advisory',
    columns: ['Advisory', 'What went wrong', 'Mended by', 'What was read'],
    groups,
  };
}
