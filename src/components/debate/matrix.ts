/*
 * The matrix of the debate: one stop of the Tab key. Arrows lead from place to place, and up and down
 * first through what stands in one; a place that is empty is a stop too. The link of a place is copied.
 */
class StageDebate extends HTMLElement {
  connectedCallback(): void {
    const table = this.querySelector('table');
    const line = this.querySelector('[role=status]');
    if (!table || !line) return;
    table.setAttribute('role', 'grid');
    for (const cell of table.querySelectorAll('td')) cell.setAttribute('role', 'gridcell');
    const stops = [...table.rows].flatMap((row) => [...row.cells].flatMap(stopsIn));
    const stop = (at: HTMLElement): void => {
      for (const one of stops) one.tabIndex = one === at ? 0 : -1;
    };
    const [first] = stops;
    if (first) stop(first);

    table.addEventListener('focusin', ({ target }) => stop(target as HTMLElement));
    table.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const next = stepFrom(event.target as HTMLElement, event.key);
      if (next === null) return;
      event.preventDefault();
      next.focus();
    });
    table.addEventListener('click', (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('.db-link');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      void keep(link, line);
    });
  }
}

/** The links of a place, the place itself where it has none. */
function stopsIn(cell: HTMLTableCellElement): HTMLElement[] {
  const links = [...cell.querySelectorAll('a')];
  return links.length > 0 ? links : [cell];
}

/** Where a key leads from a stop; null where it leads nowhere. */
function stepFrom(from: HTMLElement, key: string): HTMLElement | null {
  const cell = from.closest<HTMLTableCellElement>('td, th');
  const row = cell?.closest('tr');
  const table = row?.closest('table');
  if (!cell || !row || !table) return null;
  const own = stopsIn(cell);
  const at = own.indexOf(from);
  const firstOf = (other: Element | null | undefined): HTMLElement | null =>
    other instanceof HTMLTableCellElement ? (stopsIn(other)[0] ?? null) : null;
  const below = (by: number) => table.rows[row.rowIndex + by]?.cells[cell.cellIndex];
  switch (key) {
    case 'ArrowRight':
      return firstOf(cell.nextElementSibling);
    case 'ArrowLeft':
      return firstOf(cell.previousElementSibling);
    case 'ArrowDown':
      return own[at + 1] ?? firstOf(below(1));
    case 'ArrowUp': {
      const above = below(-1);
      return own[at - 1] ?? (above ? (stopsIn(above).at(-1) ?? null) : null);
    }
    case 'Home':
      return firstOf(row.cells[0]);
    case 'End':
      return firstOf(row.cells[row.cells.length - 1]);
    default:
      return null;
  }
}

/** Puts the link of a place into the address and the clipboard, and says so. */
async function keep(link: HTMLAnchorElement, line: Element): Promise<void> {
  history.replaceState(history.state, '', link.hash);
  let where = 'copied, and in the address.';
  try {
    await navigator.clipboard.writeText(link.href);
  } catch {
    // The page may not write there.
    where = 'it is in the address.';
  }
  line.textContent = `${link.getAttribute('aria-label') ?? ''}: ${where}`;
}

customElements.define('stage-debate', StageDebate);
