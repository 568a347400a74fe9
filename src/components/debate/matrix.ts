import { oneStop } from '../../figures/grid/stops.ts';

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
    oneStop(table, () => [...table.rows].map((row) => [...row.cells].map(stopsIn)));
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
