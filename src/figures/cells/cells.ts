import { openFolds } from '../../link/open-folds.ts';
import { oneStop, rowsIn, type Stops } from '../grid/stops.ts';
import { save } from '../foot/save.ts';
import { takeText } from '../foot/take.ts';
import { h, toDom, type HElement } from '../show/node.ts';
import { isAsked } from './commands.ts';
import {
  FIGURE_FORMS,
  figureAs,
  figuresOf,
  formsOf,
  type FigureForm,
  type PageFigure,
} from './figures.ts';
import { FORMS, tableAs, type Form } from './forms.ts';
import { shownOf } from './grid.ts';
import { CELL, readCell, whyNoTables, writeCell } from './link.ts';
import { cellAt, placeOf, tablesOf, type PageTable } from './page.ts';

const addressOf = (fragment: string): string =>
  location.origin + location.pathname + location.search + fragment;

const GONE = {
  table: 'This link leads to a cell of a table that this page does not have any more.',
  row: 'This link leads to a row that its table does not have any more.',
  column: 'This link leads to a column that its table does not have any more.',
} as const;

/** Opens the address of a cell: marks it and brings it into view, or gives what is to be said. */
export function openCell(fragment: string): string | null {
  const place = readCell(fragment);
  if ('why' in place) return place.why;
  const cell = cellAt(place);
  if (typeof cell === 'string') return GONE[cell];
  openFolds(cell);
  mark(cell);
  cell.scrollIntoView({ block: 'center', inline: 'center' });
  return null;
}

/** Marks a cell as a search does; where a browser cannot, it gets the focus and its ring. */
function mark(cell: HTMLElement): void {
  cell.tabIndex = -1;
  cell.focus({ preventScroll: true });
}

/** The list of the tables and figures of this page, with what can be taken along of each; it stands at the end of the text. */
export function showTables(): void {
  const main = document.querySelector('main');
  if (main === null) return;
  document.querySelector('.tables-here')?.remove();
  const [tables, figures] = [tablesOf(), figuresOf()];
  const some = tables.length + figures.length > 0;
  const list = toDom(
    h(
      'section',
      { class: 'tables-here fig', 'aria-labelledby': 'tables-here' },
      h('h3', { id: 'tables-here', tabindex: -1 }, 'To take along from this page'),
      h('p', {}, some ? HOW : 'This page has no table, and no figure with a link.'),
      h(
        'ul',
        {},
        ...tables.map((one, i) => item('Table', one.name, 'data-table', i, formsOfTable(one))),
        ...figures.map((one, i) => item('Figure', one.name, 'data-figure', i, figureForms(one))),
      ),
      h('p', { class: 'fig-copied', role: 'status' }),
    ),
  ) as HTMLElement;
  list.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLElement>('[data-form]');
    const { table = '', figure = '', form } = button?.dataset ?? {};
    const chosen = tables[Number(table || -1)];
    const drawn = figures[Number(figure || -1)];
    if (button && form === 'test') void tested(list, chosen, drawn);
    else if (button && chosen) void taken(list, chosen, button);
    else if (drawn) void takeText(list, figureAs(form as Exclude<FigureForm, 'test'>, drawn));
  });
  main.append(list);
  // The same link asks for it again.
  history.replaceState(history.state, '', location.pathname + location.search);
  list.querySelector('h3')?.focus();
}

const HOW =
  'As it stands now, filtered and set as it is. Of a cell: arrow keys lead from one to another, Enter copies its link, Escape leads back.';
const TABLE_FORMS = { ...FORMS, cell: 'Link to a cell' } as const;

const wordsIn = <T extends string>(words: Readonly<Record<T, string>>, forms: readonly T[]) =>
  Object.fromEntries(forms.map((form) => [form, words[form]]));

const figureForms = (one: PageFigure) => wordsIn(FIGURE_FORMS, formsOf(one));

const formsOfTable = ({ table, own }: PageTable): Readonly<Record<string, string>> => {
  const forms = own ? FORMS : TABLE_FORMS;
  return isAsked(table.dataset['table'] ?? '') ? { ...forms, test: FIGURE_FORMS.test } : forms;
};

/** A test asks the model, which is loaded for it. */
async function tested(
  list: HTMLElement,
  table: PageTable | undefined,
  figure: PageFigure | undefined,
): Promise<void> {
  const come = await import('./vitest.ts').catch(() => null);
  const shown = table
    ? { name: table.name, link: addressOf(''), kind: table.table.dataset['table'] ?? '', state: {} }
    : figure;
  const text = shown && come ? come.asVitest(shown) : null;
  if (text !== null) return takeText(list, text);
  const line = list.querySelector('.fig-copied');
  if (line) line.textContent = come ? 'The model has no answer to that.' : NOT_LOADED;
}

const NOT_LOADED = 'What makes the test could not be loaded. Reload the page.';

const item = (
  kind: string,
  name: string,
  attribute: string,
  at: number,
  forms: Readonly<Record<string, string>>,
): HElement =>
  h(
    'li',
    {},
    h('p', {}, `${kind}: ${name}`),
    h(
      'p',
      { class: 'fig-controls' },
      ...Object.entries(forms).flatMap(([form, words]) => [
        h(
          'button',
          { type: 'button', 'data-form': form, [attribute]: at, 'aria-label': `${words}: ${name}` },
          words,
        ),
        ' ',
      ]),
    ),
  );

async function taken(list: HTMLElement, table: PageTable, button: HTMLElement): Promise<void> {
  const form = button.dataset['form'] as Form | 'cell';
  if (form === 'cell') return walk(list, table, button);
  const shown = shownOf(table.table);
  const link = addressOf(placeLink(table, shown.first));
  const text = tableAs(form, { name: table.name, link, shown });
  if (form === 'mail') return takeText(list, text);
  save(
    new Blob([text], { type: form === 'csv' ? 'text/csv' : 'application/json' }),
    `${table.key}.${form}`,
  );
  const line = list.querySelector('.fig-copied');
  if (line) line.textContent = `The browser was asked to save ${table.key}.${form}.`;
}

function placeLink(table: PageTable, cell: Element | undefined): string {
  const place = cell && !table.own && placeOf(table, cell);
  return place ? writeCell(place) : '';
}

/** What makes the cells of a table one stop, once a table. */
const walked = new WeakMap<HTMLTableElement, Stops>();

/** Walks the cells of a table: arrow keys, Enter or a click for the link, Escape back to the list. */
function walk(list: HTMLElement, table: PageTable, button: HTMLElement): void {
  const rows = () => rowsIn(table.table, ':is(td, th):not(thead *)');
  const ended = new AbortController();
  const { signal } = ended;
  const before = new Map(
    rows()
      .flat()
      .map((cell) => [cell, cell.getAttribute('tabindex')]),
  );
  const leave = (): void => {
    ended.abort();
    for (const [cell, index] of before)
      if (index === null) cell.removeAttribute('tabindex');
      else cell.setAttribute('tabindex', index);
    button.focus();
  };
  const copy = async (cell: Element): Promise<void> => {
    const fragment = placeLink(table, cell);
    if (fragment === '') return;
    history.replaceState(history.state, '', fragment);
    leave();
    await takeText(list, addressOf(fragment));
  };
  const cellOf = (target: EventTarget | null) => (target as Element).closest<HTMLElement>('td, th');
  const stops = walked.get(table.table) ?? oneStop(table.table, rows);
  walked.set(table.table, stops);
  openFolds(table.table);
  stops.settle(rows()[0]?.[0] ?? null);
  rows()[0]?.[0]?.focus();
  table.table.addEventListener(
    'keydown',
    (event) => {
      const cell = cellOf(event.target);
      if (event.key === 'Escape') leave();
      else if (event.key === 'Enter' && cell && event.target === cell) {
        event.preventDefault();
        void copy(cell);
      }
    },
    { signal },
  );
  table.table.addEventListener(
    'click',
    (event) => {
      const cell = cellOf(event.target);
      if (cell === null || (event.target as Element).closest('a, button')) return;
      void copy(cell);
    },
    { signal },
  );
}

/** Whether a fragment is for the tables of a page, and what is to be said of it. */
export function openTables(fragment: string): string | null {
  if (fragment.startsWith(CELL)) return openCell(fragment);
  const why = whyNoTables(fragment);
  if (why === null) showTables();
  return why;
}
