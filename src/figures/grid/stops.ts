/** What can be the stop of the Tab key. */
export type Place = HTMLElement | SVGElement;
/** One place, or several that stand above each other. */
export type Cell = Place | readonly Place[];
/** The cells of a grid that are seen, row by row. */
export type Rows = readonly (readonly Cell[])[];

/** The cell of another row to which Up and Down lead. */
type Across = (row: readonly Cell[], from: Place, column: number) => Cell | undefined;

/** A list of choices is one place, although it has a length. */
const isPlace = (cell: Cell): cell is Place => !Array.isArray(cell);
const stackOf = (cell: Cell | undefined): readonly Place[] =>
  cell === undefined ? [] : isPlace(cell) ? [cell] : cell;
const inColumn: Across = (row, _, column) => row[Math.min(column, row.length - 1)];

/**
 * placeFor gives the place to which a key leads; edges hold. Up and Down lead through what stands in a
 * cell before they leave it. Home and End lead along the row, or, in a list, which has one place a row,
 * from end to end. Null for keys that lead nowhere.
 */
export function placeFor(
  key: string,
  from: Place,
  rows: Rows,
  across: Across = inColumn,
): Place | null {
  const down = rows.findIndex((row) => row.some((cell) => stackOf(cell).includes(from)));
  const row = rows[down];
  if (row === undefined) return null;
  const list = rows.every((cells) => cells.flatMap(stackOf).length === 1);
  const right = row.findIndex((cell) => stackOf(cell).includes(from));
  const stack = stackOf(row[right]);
  const inside = stack.indexOf(from);
  const first = (cell: Cell | undefined): Place => stackOf(cell)[0] ?? from;
  const beside = (cells: readonly Cell[] | undefined): readonly Place[] =>
    cells === undefined ? [] : stackOf(across(cells, from, right));
  switch (key) {
    case 'ArrowUp':
      return stack[inside - 1] ?? beside(rows[down - 1]).at(-1) ?? from;
    case 'ArrowDown':
      return stack[inside + 1] ?? beside(rows[down + 1])[0] ?? from;
    case 'ArrowLeft':
      return list ? null : first(row[right - 1]);
    case 'ArrowRight':
      return list ? null : first(row[right + 1]);
    case 'Home':
      return first(list ? rows[0]?.[0] : row[0]);
    case 'End':
      return first(list ? rows.at(-1)?.[0] : row.at(-1));
    default:
      return null;
  }
}

/** A grid that is one stop of the Tab key. */
export interface Stops {
  /** Makes a place the stop; without one the place that was, or that says it is, or the first. */
  settle(place?: Place | null): void;
}

/** Where a grid is not as most are. */
interface Ways {
  /** What happens at a place; it gets the focus. */
  readonly arrive?: (place: Place) => void;
  /** Where Up and Down lead; to the same column. */
  readonly across?: Across;
}

/**
 * oneStop makes the places in `host` one stop of the Tab key; arrow keys, Home and End lead from one to
 * another. Without a script each stays a stop. `rowsOf` gives the places that are seen now, so that
 * whoever draws them anew calls `settle`.
 */
export function oneStop(host: Element, rowsOf: () => Rows, ways: Ways = {}): Stops {
  const { arrive = (place) => place.focus(), across } = ways;
  let current: Place | null = null;
  const placesOf = (): readonly Place[] => rowsOf().flat().flatMap(stackOf);
  function settle(place: Place | null = current): void {
    const places = placesOf();
    const stop = place && places.includes(place) ? place : null;
    current =
      stop ?? places.find((one) => one.getAttribute('tabindex') === '0') ?? places[0] ?? null;
    for (const one of places) {
      const index = one === current ? 0 : -1;
      if (one.getAttribute('tabindex') !== String(index)) one.tabIndex = index;
    }
  }
  host.addEventListener('focusin', ({ target }) => {
    const place = target as Place;
    if (place !== current && placesOf().includes(place)) settle(place);
  });
  host.addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, metaKey, altKey, shiftKey } = event as KeyboardEvent;
    if (ctrlKey || metaKey || altKey || shiftKey) return;
    const next = placeFor(key, target as Place, rowsOf(), across);
    if (next === null) return;
    event.preventDefault();
    arrive(next);
  });
  settle(document.activeElement as Place | null);
  return { settle };
}

/** The places of a table that a selector names, row by row. */
export const rowsIn = (table: ParentNode, places: string): readonly (readonly HTMLElement[])[] =>
  [...table.querySelectorAll('tr')]
    .map((row) => [...row.querySelectorAll<HTMLElement>(places)])
    .filter(({ length }) => length > 0);
