/** The places of a grid that are seen, row by row. */
export type Rows = readonly (readonly HTMLElement[])[];

const clamp = (n: number, count: number): number => Math.max(0, Math.min(count - 1, n));

/**
 * placeFor gives the place to which a key leads; edges hold. Home and End lead along the row, or, in a
 * list, which has one place a row, from end to end. Null for keys that lead nowhere.
 */
export function placeFor(key: string, from: HTMLElement, rows: Rows): HTMLElement | null {
  const down = rows.findIndex((row) => row.includes(from));
  const row = rows[down];
  if (row === undefined) return null;
  const list = rows.every(({ length }) => length === 1);
  const right = row.indexOf(from);
  const at = (y: number, x: number): HTMLElement | null => {
    const other = rows[clamp(y, rows.length)] ?? [];
    return other[clamp(x, other.length)] ?? null;
  };
  switch (key) {
    case 'ArrowUp':
      return at(down - 1, right);
    case 'ArrowDown':
      return at(down + 1, right);
    case 'ArrowLeft':
      return list ? null : at(down, right - 1);
    case 'ArrowRight':
      return list ? null : at(down, right + 1);
    case 'Home':
      return list ? at(0, 0) : at(down, 0);
    case 'End':
      return list ? at(rows.length - 1, 0) : at(down, row.length - 1);
    default:
      return null;
  }
}

/** A grid that is one stop of the Tab key. */
export interface Stops {
  /** Makes a place the stop; without one the place that was, or that says it is, or the first. */
  settle(place?: HTMLElement | null): void;
}

/**
 * oneStop makes the places in `host` one stop of the Tab key; arrow keys, Home and End lead from one to
 * another. Without a script each stays a stop. `rowsOf` gives the places that are seen now, so that
 * whoever draws them anew calls `settle`. `arrive` is what happens at a place; it gets the focus.
 */
export function oneStop(
  host: HTMLElement,
  rowsOf: () => Rows,
  arrive: (place: HTMLElement) => void = (place) => place.focus(),
): Stops {
  let current: HTMLElement | null = null;
  function settle(place: HTMLElement | null = current): void {
    const places = rowsOf().flat();
    const stop = place && places.includes(place) ? place : null;
    current =
      stop ?? places.find((one) => one.getAttribute('tabindex') === '0') ?? places[0] ?? null;
    for (const one of places) {
      const index = one === current ? 0 : -1;
      if (one.getAttribute('tabindex') !== String(index)) one.tabIndex = index;
    }
  }
  host.addEventListener('focusin', ({ target }) => {
    const place = target as HTMLElement;
    if (place !== current && rowsOf().some((row) => row.includes(place))) settle(place);
  });
  host.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const next = placeFor(event.key, event.target as HTMLElement, rowsOf());
    if (next === null) return;
    event.preventDefault();
    arrive(next);
  });
  settle(document.activeElement as HTMLElement | null);
  return { settle };
}

/** The places of a table that a selector names, row by row. */
export const rowsIn = (table: ParentNode, places: string): Rows =>
  [...table.querySelectorAll('tr')]
    .map((row) => [...row.querySelectorAll<HTMLElement>(places)])
    .filter(({ length }) => length > 0);
