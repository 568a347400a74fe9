/** A table taken apart: every place of it, where cells span several too. */
export interface Grid {
  /** Names of the columns; `1`, `2` where a table has no heads, and with a number where one has had the name. */
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

export interface Row {
  /** The id of the row where it has one, else its first cell in words; with a number where it is not the first so. */
  readonly name: string;
  readonly cells: readonly HTMLTableCellElement[];
}

/** What leaves the page of a table: words alone, and the cell that a link to it names. */
export interface Shown {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly first: HTMLTableCellElement | undefined;
}

const BLOCKS = 'P, DIV, LI, TR, BR, SMALL, SUMMARY, DT, DD';

type IsBlock = (node: Element) => boolean;

/**
 * What one reads in a cell, on one line; a sign counts by its name, and what is hidden from all counts not.
 * The keys of rows and columns are made of it: another word, and links that are out there lead nowhere.
 */
export const wordsOf = (cell: Element): string => readIn(cell, (node) => node.matches(BLOCKS), ' ');

/** wordsOf for what leaves the page: with a blank wherever the page begins a line. */
export const shownIn = (cell: Element): string =>
  readIn(cell, (node) => !/^(inline|contents|none)/.test(getComputedStyle(node).display), '');

/** `mayBreak` stands where a long name may break. */
function readIn(cell: Element, isBlock: IsBlock, mayBreak: string): string {
  const words = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
    if (!(node instanceof Element) || node.matches('[hidden], script, style')) return '';
    if (node instanceof HTMLSelectElement) return node.selectedOptions[0]?.text ?? '';
    const inside = [...node.childNodes].map(words).join('');
    const own = inside.trim() === '' ? (node.getAttribute('aria-label') ?? '') : inside;
    return isBlock(node) ? ` ${own} ` : own;
  };
  return words(cell).replaceAll('\u200b', mayBreak).replace(/\s+/g, ' ').trim();
}

/** Each place of the rows of a part of a table; a cell that spans several stands in all of them. */
function placesOf(rows: readonly HTMLTableRowElement[]): HTMLTableCellElement[][] {
  const places: HTMLTableCellElement[][] = rows.map(() => []);
  rows.forEach((row, down) => {
    let right = 0;
    for (const cell of row.cells) {
      while (places[down]?.[right] !== undefined) right += 1;
      for (let y = down; y < Math.min(rows.length, down + Math.max(1, cell.rowSpan)); y += 1)
        for (let x = right; x < right + cell.colSpan; x += 1) (places[y] ??= [])[x] = cell;
      right += cell.colSpan;
    }
  });
  return places;
}

/** shownOf is a table as one sees it: a row that waits in a fold is none of it, and a row that is one cell has its words once. */
export function shownOf(table: HTMLTableElement): Shown {
  const { columns, rows } = gridOf(table);
  const isSeen = ({ cells }: Row): boolean =>
    cells.every((cell) => getComputedStyle(cell.parentElement ?? cell).display !== 'none');
  const shown = rows.filter(isSeen).map(({ cells }) => {
    const isOne = cells.every((cell) => cell === cells[0]);
    return cells.map((cell, i) => (isOne && i > 0 ? '' : shownIn(cell)));
  });
  return { columns, rows: shown, first: rows[0]?.cells[0] };
}

/** gridOf takes a table apart; rows that are hidden, as by a filter, are left out. */
export function gridOf(table: HTMLTableElement): Grid {
  const heads = placesOf([...(table.tHead?.rows ?? [])]);
  const body = [...table.rows].filter(
    (row) => row.parentElement !== table.tHead && row.closest('[hidden]') === null,
  );
  const places = placesOf(body);
  const width = Math.max(0, ...[...heads, ...places].map(({ length }) => length));
  const headed = numbered();
  const columns = Array.from({ length: width }, (_, x) => {
    const names = heads.flatMap((row) => (row[x] ? [wordsOf(row[x])] : []));
    return headed([...new Set(names.filter(Boolean))].join(' ') || String(x + 1));
  });
  const named = numbered();
  const rows = body.flatMap((row, y): Row[] => {
    const cells = places[y] ?? [];
    const [first] = cells;
    if (first === undefined) return [];
    return [{ name: named(row.id || wordsOf(first)), cells }];
  });
  return { columns, rows };
}

/** Tells names apart that come again: the second gets a 2. */
export function numbered(): (name: string) => string {
  const count = new Map<string, number>();
  return (name) => {
    const nth = (count.get(name) ?? 0) + 1;
    count.set(name, nth);
    return nth === 1 ? name : `${name} ${nth}`;
  };
}
