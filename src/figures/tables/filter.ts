import { keptChoices, type Choice } from '../kept-choices.ts';
import { drawChips } from './chips.ts';
import { oneStop } from '../grid/stops.ts';

/** Longer words of an address are no name of a row. */
const LONGEST = 64;

/*
 * A table whose rows can be chosen. The page holds all rows; this hides those that do not match, lists
 * what is set, keeps it in the address, and moves the focus from row to row by arrow keys.
 */
class StageTable extends HTMLElement {
  connectedCallback(): void {
    const controls = [...this.querySelectorAll<Choice>('.tab-controls :is(select, input)')];
    const rows = [...this.querySelectorAll<HTMLTableRowElement>('tbody tr[id]')];
    const links = rows.map((row) => row.querySelector('a'));
    const line = this.querySelector('.tab-count');
    const chips = this.querySelector('.tab-chips');
    const frames = [...this.querySelectorAll<HTMLElement>('.tab-frame')];
    const empty = emptyLine();
    frames.at(-1)?.append(empty);

    const stops = oneStop(this, () =>
      links.flatMap((link, i) => (link && !rows[i]?.hidden ? [[link]] : [])),
    );

    const show = (problem = ''): void => {
      const chosen = controls.filter(({ value }) => value.trim());
      let count = 0;
      for (const row of rows) {
        row.hidden = !chosen.every((control) => matches(row, control));
        if (!row.hidden) count += 1;
      }
      for (const { tBodies } of this.querySelectorAll('table'))
        for (const body of tBodies) body.hidden = !body.querySelector('tr[id]:not([hidden])');
      if (line)
        line.textContent = `${problem}${chosen.length ? `${count} of ` : ''}${rows.length} rows`;
      empty.hidden = count > 0;
      this.toggleAttribute('data-chosen', chosen.length > 0);
      if (chips) drawChips(chips, controls, remove);
      stops.settle();
    };

    /** Takes one choice back; the focus goes to the next one, or to its control. */
    const remove = (control: Choice): void => {
      const buttons = () => [...(chips?.querySelectorAll('button') ?? [])];
      const at = buttons().indexOf(document.activeElement as HTMLButtonElement);
      control.value = '';
      show();
      keep();
      (buttons()[at] ?? buttons().at(-1) ?? control).focus();
    };

    const choose = (values: URLSearchParams): void => {
      let problem = '';
      for (const control of controls) {
        const value = values.get(control.name) ?? '';
        if (control instanceof HTMLInputElement) control.value = value.slice(0, LONGEST);
        else problem += takeOption(control, value);
      }
      show(problem);
    };

    const keep = keptChoices(this, controls, show, choose);
    // What begins anew goes away with what it ends.
    this.addEventListener('click', ({ target }) => {
      if ((target as Element).matches('button')) controls[0]?.focus();
    });

    /** A link to a row that is hidden shows all rows. */
    const lead = (): void => {
      const row = rows.find(({ id }) => `#${id}` === location.hash);
      if (!row) return;
      if (row.hidden) {
        choose(new URLSearchParams());
        keep();
      }
      // The browser went there before rows were hidden, and before frames that are wide enough opened.
      row.scrollIntoView();
      stops.settle(row.querySelector('a'));
    };
    addEventListener('hashchange', lead);
    const asked = new URLSearchParams(location.search);
    if (controls.some(({ name }) => asked.has(name))) choose(asked);
    else {
      // What was chosen while this was loading, or before the page was left and came back.
      show();
      if (controls.some(({ value }) => value.trim())) keep();
    }
    lead();
  }
}

function matches(row: HTMLTableRowElement, { dataset, value }: Choice): boolean {
  const key = dataset['key'];
  if (key !== undefined) return row.dataset[key]?.split(' ').includes(value) === true;
  const name = row.querySelector('th')?.textContent.toLowerCase() ?? '';
  return name.includes(value.trim().toLowerCase());
}

/** Sets a select to a value of an address; what it does not know is named, with what it does. */
function takeOption(select: HTMLSelectElement, value: string): string {
  select.value = value;
  if (select.selectedIndex >= 0) return '';
  select.value = '';
  const known = [...select.options].slice(1).map((option) => option.value);
  return `The link gives "${value.slice(0, 24)}" for ${select.name}; expected ${known.join(', ')}. `;
}

/** What stands under the head where no row is left. */
function emptyLine(): HTMLElement {
  const line = document.createElement('p');
  line.className = 'tab-empty';
  line.hidden = true;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Show all';
  line.append('No row. ', button);
  return line;
}

customElements.define('stage-table', StageTable);
