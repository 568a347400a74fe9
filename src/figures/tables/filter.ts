import { keptChoices } from '../kept-choices.ts';

/*
 * A table whose rows can be chosen. The page holds all rows; this hides those that do not match,
 * keeps the choice in the address, and moves the focus from row to row by arrow keys.
 */
class StageTable extends HTMLElement {
  connectedCallback(): void {
    const selects = [...this.querySelectorAll('select')];
    const rows = [...this.querySelectorAll<HTMLTableRowElement>('tbody tr[id]')];
    const links = rows.map((row) => row.querySelector('a'));
    const line = this.querySelector('.tab-count');

    const show = (problem = ''): void => {
      const chosen = selects.filter(({ value }) => value);
      let count = 0;
      for (const row of rows) {
        row.hidden = !chosen.every(({ dataset, value }) =>
          row.dataset[dataset['key'] ?? '']?.split(' ').includes(value),
        );
        if (!row.hidden) count += 1;
      }
      for (const { tBodies } of this.querySelectorAll('table'))
        for (const body of tBodies) body.hidden = !body.querySelector('tr[id]:not([hidden])');
      if (line)
        line.textContent = `${problem}${chosen.length ? `${count} of ` : ''}${rows.length} rows`;
      stop(links.find((_, i) => !rows[i]?.hidden));
    };

    /** One row is a stop of the Tab key; arrows lead to the others. */
    const stop = (link: HTMLElement | null | undefined): void => {
      for (const other of links) if (other) other.tabIndex = other === link ? 0 : -1;
    };

    const choose = (values: URLSearchParams): void => {
      let problem = '';
      for (const select of selects) {
        const value = values.get(select.name) ?? '';
        select.value = value;
        if (select.selectedIndex >= 0) continue;
        select.value = '';
        const known = [...select.options].slice(1).map((option) => option.value);
        problem += `The link gives "${value.slice(0, 24)}" for ${select.name}; expected ${known.join(', ')}. `;
      }
      show(problem);
    };

    const keep = keptChoices(this, selects, show, choose);

    /** A link to a row that is hidden shows all rows. */
    const lead = (): void => {
      const row = rows.find(({ id }) => `#${id}` === location.hash);
      if (!row) return;
      if (row.hidden) {
        choose(new URLSearchParams());
        keep();
        row.scrollIntoView();
      }
      stop(row.querySelector('a'));
    };

    this.addEventListener('keydown', (event) => {
      const shown = links.filter((_, i) => !rows[i]?.hidden);
      const at = shown.indexOf(event.target as HTMLAnchorElement);
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 }[event.key];
      const next = to === undefined || at < 0 ? null : shown[to];
      if (!next) return;
      event.preventDefault();
      stop(next);
      next.focus();
    });
    addEventListener('hashchange', lead);
    choose(new URLSearchParams(location.search));
    lead();
  }
}

customElements.define('stage-table', StageTable);
