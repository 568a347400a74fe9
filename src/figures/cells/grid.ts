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

const BLOCKS = 'P, DIV, LI, TR, BR, SMALL, SUMMARY, DT, DD';

/** What one reads in a cell, on one line; a sign counts by its name, and what is hidden from all counts not. */
export function wordsOf(cell: Element): string {
  const words = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
    if (!(node instanceof Element) || node.matches('[hidden], script, style')) return '';
    const inside = [...node.childNodes].map(words).join('');
    const own = inside.trim() === '' ? (node.getAttribute('aria-label') ?? '') : inside;
    return node.matches(BLOCKS) ? ` ${own} ` : own;
  };
  return words(cell)
    .replace(/[\s\u200b]+/g, ' ')
    .trim();
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
