import { keptChoices } from '../kept-choices.ts';

/*
 * A map of cases of which a part can be chosen. The page holds the whole map; this hides what does not
 * match, keeps the choice in the address and on the links to other kernels, opens the row that the
 * address names, and moves the focus from row to row by arrow keys.
 */
class StageCases extends HTMLElement {
  connectedCallback(): void {
    const selects = [...this.querySelectorAll('select')];
    const rows = [...this.querySelectorAll<HTMLTableRowElement>('[data-end]')];
    const summaries = rows.map((row) => row.querySelector('summary') as HTMLElement);
    const others = [...document.querySelectorAll<HTMLAnchorElement>('.om-kernels a')];
    const line = this.querySelector('output');

    const valueOf = (row: HTMLElement, name: string): readonly string[] =>
      (row.closest<HTMLElement>(`[data-${name}]`)?.dataset[name] ?? '').split(' ');

    const show = (problem = ''): void => {
      const chosen = selects.some(({ value }) => value);
      let count = 0;
      for (const row of rows) {
        row.hidden = !selects.every(
          ({ name, value }) => !value || valueOf(row, name).includes(value),
        );
        (row.nextElementSibling as HTMLElement).hidden = row.hidden;
        if (!row.hidden) count += 1;
      }
      for (const part of this.querySelectorAll('section')) {
        const first = part.querySelector<HTMLElement>('[data-end]:not([hidden]) summary');
        part.hidden = !first;
        if (!first) continue;
        stop(first);
        if (chosen) unfold(part);
      }
      if (line)
        line.value = `${problem}${count < rows.length ? `${count} of ` : ''}${rows.length} rows${count ? '' : '. Show all brings them back.'}`;
      for (const link of others) link.search = location.search;
    };

    const unfold = (inside: Element): void => {
      const fold = inside.closest('section')?.querySelector<HTMLDetailsElement>('.om-fold');
      if (fold) fold.open = true;
    };

    /** One row of a table is a stop of the Tab key; arrows lead to the others. */
    const stop = (summary: HTMLElement): void => {
      for (const other of summary.closest('table')?.querySelectorAll('summary') ?? [])
        other.tabIndex = other === summary ? 0 : -1;
    };

    const choose = (values: URLSearchParams): void => {
      let problem = '';
      for (const select of selects) {
        const value = values.get(select.name) ?? '';
        select.value = value;
        if (select.selectedIndex >= 0) continue;
        select.value = '';
        problem += `No row for ${select.name} "${value.slice(0, 24)}". `;
      }
      show(problem);
    };

    const keep = keptChoices(this, selects, show, choose);
    this.addEventListener('change', () => show());

    /** A link to a case opens its row, and shows all where that row is hidden. */
    const lead = (): void => {
      const id = location.hash.slice(1);
      // Rows of the tables that were here before had the kernel in front, or a number behind.
      const former = `seen-${id.replace(/^(seen-[\d.]+|entries)-|-\d+$/g, '')}`;
      const place = document.getElementById(id) ?? document.getElementById(former);
      if (!place) return;
      unfold(place);
      const words = place.closest<HTMLElement>('.om-words');
      const details = words && words.previousElementSibling?.querySelector('details');
      if (!words || !details) return;
      if (words.hidden) {
        choose(new URLSearchParams());
        keep();
      }
      details.open = true;
      unfold(details);
      stop(details.firstElementChild as HTMLElement);
      place.scrollIntoView({ block: 'center' });
    };

    this.addEventListener('keydown', (event) => {
      const own = (event.target as Element).closest('table');
      const shown = summaries.filter((one, i) => !rows[i]?.hidden && own?.contains(one));
      const at = shown.indexOf(event.target as HTMLElement);
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 }[event.key];
      const next = to === undefined || at < 0 ? undefined : shown[to];
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

customElements.define('stage-cases', StageCases);
