import { oneStop } from '../grid/stops.ts';
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
    const stops = [...this.querySelectorAll('table')].map((table) =>
      oneStop(table, () =>
        [...table.querySelectorAll<HTMLElement>('[data-end]:not([hidden]) summary')].map((one) => [
          one,
        ]),
      ),
    );
    const others = [...document.querySelectorAll<HTMLAnchorElement>('.tabs a')];
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
        part.hidden = !part.querySelector('[data-end]:not([hidden])');
        const link = document.querySelector(`.jump [href="#${part.dataset['family']}"]`);
        link?.parentElement?.toggleAttribute('hidden', part.hidden);
        if (chosen && !part.hidden) unfold(part);
      }
      for (const one of stops) one.settle();
      if (line)
        line.value = `${problem}${count < rows.length ? `${count} of ` : ''}${rows.length} rows${count ? '' : '. Show all brings them back.'}`;
      for (const link of others) link.search = location.search;
    };

    const unfold = (inside: Element): void => {
      const fold = inside.closest('section')?.querySelector<HTMLDetailsElement>('.om-fold');
      if (fold) fold.open = true;
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
      for (const one of stops) one.settle(details.firstElementChild as HTMLElement);
      place.scrollIntoView({ block: 'center' });
    };

    addEventListener('hashchange', lead);
    choose(new URLSearchParams(location.search));
    lead();
  }
}

customElements.define('stage-cases', StageCases);
