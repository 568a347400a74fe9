import { gridOf, numbered, wordsOf, type Grid } from './grid.ts';
import { keyOf, type Place } from './link.ts';

/** A table of a page. */
export interface PageTable {
  readonly key: string;
  readonly name: string;
  readonly table: HTMLTableElement;
  /** It answers to what a reader typed, which no address of a cell says: its cells have none. */
  readonly own: boolean;
}

/** What a table is called: by itself, by its frame or figure, or by the heading that it stands under. */
function nameOf(table: HTMLTableElement): string {
  const caption = table.caption ?? table.closest('figure')?.querySelector('figcaption');
  const label = (one: Element | null): string => one?.getAttribute('aria-label') ?? '';
  const named =
    (table.caption && wordsOf(table.caption)) ||
    label(table) ||
    label(table.closest('.frame[aria-label]')) ||
    (caption && wordsOf(caption));
  // A table of Markdown alone has no name of its own.
  if (named && named !== 'Table') return named;
  const above = [...document.querySelectorAll('main :is(h1, h2, h3)')].filter(
    (one) => one.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return above.at(-1)?.textContent?.trim() ?? document.title;
}

/** The tables of the page that are seen, each with a key of its own. */
export function tablesOf(): readonly PageTable[] {
  const keyed = numbered();
  return [...document.querySelectorAll<HTMLTableElement>('main table')]
    .filter((table) => table.rows.length > 1 && table.closest('[hidden], .tables-here') === null)
    .map((table) => {
      const name = nameOf(table).slice(0, 120);
      const own = table.closest('[data-own]') !== null;
      return { key: keyOf(keyed(name)), name, table, own };
    });
}

/** Where a cell of a table is, by keys; null for one that is none of it. */
export function placeOf({ key, table }: PageTable, cell: Element): Place | null {
  const grid = gridOf(table);
  for (const { name, cells } of grid.rows) {
    const at = cells.findIndex((one) => one === cell);
    if (at >= 0) return { table: key, row: keyOf(name), column: columnKey(grid, at) };
  }
  return null;
}

const columnKey = ({ columns }: Grid, at: number): string => keyOf(columns[at] ?? '');

/** The cell at a place of this page, or which part of the place is not there. */
export function cellAt({ table, row, column }: Place): HTMLElement | 'table' | 'row' | 'column' {
  const found = tablesOf().find(({ key }) => key === table);
  if (found === undefined) return 'table';
  const grid = gridOf(found.table);
  const line = grid.rows.find(({ name }) => keyOf(name) === row);
  if (line === undefined) return 'row';
  const at = grid.columns.findIndex((_, i) => columnKey(grid, i) === column);
  return line.cells[at] ?? 'column';
}
