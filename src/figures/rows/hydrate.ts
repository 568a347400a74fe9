import { inputCellsAt, Places, type Kernel, type Question } from '../../model/index.ts';
import { fill, problemLines } from '../form/fill.ts';
import type { Field, Values } from '../form/field.ts';
import { isFragment } from '../form/fragment.ts';
import { readValues, writeValues } from '../form/live.ts';
import type { Asked, Reply } from './answering.ts';
import { Asker } from './asker.ts';
import { Grid, placeOf } from './grid.ts';
import { rowPanel } from './row-panel.ts';
import type { Listed } from './take.ts';
import {
  fieldsOf,
  filtersOf,
  NAME,
  presetOf,
  readLink,
  writeLink,
  type TableData,
} from './state.ts';
import { columnsOf, parts } from './view.ts';

type RowsReply = Extract<Reply, { readonly what: 'rows' }>;

/** hydrate lets a reader filter, compare, walk and save the rows of a table; the address follows. */
export function hydrate(root: HTMLElement, lost: () => void): void {
  new Rows(root, lost).start();
}

class Rows {
  readonly #root: HTMLElement;
  readonly #data: TableData;
  readonly #question: Question;
  readonly #fields: readonly Field[];
  readonly #places: Places;
  readonly #grid: Grid;
  readonly #asker: Asker;
  #state: Values;
  #id = 0;
  #reply: RowsReply | null = null;
  #rows: NonNullable<RowsReply['rows']> = { at: new Uint32Array(), answers: new Uint16Array() };
  /** The columns that the table has. */
  #columns = '';
  /** The rows of the state are new: the table begins at its top. */
  #isNew = false;

  constructor(root: HTMLElement, lost: () => void) {
    this.#root = root;
    this.#asker = new Asker((reply) => this.#heard(reply), lost);
    this.#data = JSON.parse(root.dataset['table'] ?? '{}') as TableData;
    this.#question = root.dataset['question'] as Question;
    this.#fields = fieldsOf(this.#data);
    this.#places = new Places(this.#data.lengths);
    this.#grid = new Grid(root.querySelector('.rows-frame') as HTMLElement);
    this.#state = presetOf(this.#data);
  }

  start(): void {
    const root = this.#root;
    root.addEventListener('change', ({ target }) => {
      const key = (target as HTMLElement).dataset['key'];
      if (key !== undefined) this.#go({ ...this.#state, ...readValues(root) }, true);
    });
    root.addEventListener('click', (event) => this.#clicked(event));
    addEventListener('hashchange', () => this.#open());
    if (!this.#open()) this.#go({ ...this.#state, ...readValues(root) }, false);
  }

  /** Opens the fragment of the address, if it is one of this figure. */
  #open(): boolean {
    if (!isFragment(NAME, location.hash)) return false;
    const { values, problems } = readLink(this.#fields, this.#data, location.hash);
    this.#go(values, false);
    fill(this.#root, { problems: problemLines(problems) });
    this.#root.querySelector(values['row'] ? '.rows-row' : '.rows-filters')?.scrollIntoView();
    return true;
  }

  /** Goes to a state; what shows the same rows as before asks for none. */
  #go(state: Values, keep: boolean): void {
    const before = this.#state;
    this.#state = state;
    writeValues(this.#root, state);
    fill(this.#root, { problems: [] });
    if (keep) {
      const address = writeLink(this.#fields, state, this.#data);
      history.replaceState(history.state, '', address);
    }
    const rowsOf = (values: Values): string =>
      JSON.stringify([this.#asked(values), filtersOf(this.#fields, values)]);
    if (this.#reply === null || rowsOf(before) !== rowsOf(state)) this.#ask();
    else this.#draw(true, false);
    this.#askRow();
  }

  #asked(state: Values): Asked {
    const [kernel, other] = [state['kernel'] as Kernel, state['with'] as Kernel | ''];
    return { question: this.#question, kernel, other: other === '' ? null : other };
  }

  #ask(): void {
    this.#isNew = this.#reply !== null;
    this.#root.toggleAttribute('data-answered', false);
    this.#asker.ask({
      id: ++this.#id,
      what: 'rows',
      table: this.#asked(this.#state),
      filters: filtersOf(this.#fields, this.#state),
    });
  }

  #askRow(): void {
    const { row = '', to = '' } = this.#state;
    if (row === '') return fill(this.#root, { row: [] });
    const digits = row.split('.').map(Number);
    const table = this.#asked(this.#state);
    this.#asker.ask({ id: ++this.#id, what: 'row', table, digits, to });
  }

  #heard(reply: Reply): void {
    if (reply.what === 'row') {
      if (!this.#state['row']) return;
      const counts = this.#reply?.scan.counts;
      // Where two kernels are compared, either may have the answer that the other does not give.
      const answers = ['answer', 'then.answer'].flatMap((name) => [
        ...(counts?.get(name)?.keys() ?? []),
      ]);
      fill(this.#root, { row: rowPanel(reply.nodes, answers, this.#state) });
      return;
    }
    const grown = reply.rows !== null;
    this.#reply = reply;
    if (reply.rows) this.#rows = reply.rows;
    this.#draw(!this.#isNew, grown);
    if (grown) this.#isNew = false;
    this.#root.toggleAttribute('data-answered', reply.scan.done);
  }

  #draw(keep: boolean, rows: boolean): void {
    const reply = this.#reply;
    if (!reply) return;
    fill(this.#root, parts(this.#data, this.#state, reply.scan));
    writeValues(this.#root, this.#state);
    const shown = columnsOf(this.#data, this.#state, reply.scan);
    const columns = shown.columns.join(' ');
    if (!rows && columns === this.#columns) return this.#grid.choose(this.#chosen());
    this.#columns = columns;
    const { count, cells } = this.#saved(shown.columns);
    this.#grid.show({ count, shown, cells, chosen: this.#chosen() }, keep);
  }

  /** The rows that are there, in some columns. */
  #saved(columns: readonly string[]): Listed {
    const { at, answers } = this.#rows;
    const names = this.#data.inputs.map(({ name }) => name);
    const list = this.#reply?.answers ?? [];
    return {
      columns,
      count: at.length,
      cells: (place) => {
        const digits = this.#places.digitsOf(at[place] ?? 0);
        const inputs = inputCellsAt(this.#data.inputs, digits);
        const answer = list[answers[place] ?? 0];
        return columns.map((name) => {
          const i = names.indexOf(name);
          return i < 0 ? (answer?.get(name) ?? '') : (inputs[i] ?? '');
        });
      },
    };
  }

  /** The place of the chosen row among those that are there. */
  #chosen(): number | null {
    const { row = '' } = this.#state;
    if (row === '') return null;
    const place = this.#rows.at.indexOf(this.#places.placeOf(row.split('.').map(Number)));
    return place < 0 ? null : place;
  }

  #clicked({ target }: Event): void {
    const at = target as Element;
    const loosen = at.closest<HTMLElement>('[data-loosen]')?.dataset['loosen'];
    const form = at.closest<HTMLElement>('[data-take]')?.dataset['take'];
    if (at.closest('.fig-reset')) this.#go(presetOf(this.#data), true);
    else if (at.closest('[data-close]')) this.#go({ ...this.#state, row: '', to: '' }, true);
    else if (loosen !== undefined) {
      this.#go({ ...this.#state, [loosen]: '' }, true);
      this.#root.querySelector<HTMLElement>(`[data-key="${loosen}"]`)?.focus();
    } else if (form !== undefined) void this.#take(form);
    else if (at.closest('tbody button')) this.#choose(placeOf(at));
  }

  #choose(place: number | null): void {
    const row = place === null ? undefined : this.#rows.at[place];
    if (row === undefined) return;
    const digits = this.#places.digitsOf(row).join('.');
    this.#go({ ...this.#state, row: digits === this.#state['row'] ? '' : digits }, true);
  }

  /** Takes along all rows that are left, in every column, or the command that prints them. */
  async #take(form: string): Promise<void> {
    const reply = this.#reply;
    if (!reply) return;
    const names = this.#data.inputs.map(({ name }) => name);
    const { take } = await import('./take.ts');
    await take(this.#root, form, {
      subject: this.#data.subject,
      state: this.#state,
      filters: filtersOf(this.#fields, this.#state),
      total: reply.scan.total,
      rows: this.#saved([...names, ...reply.scan.columns]),
      asTest: () => this.#test(reply.scan.total),
    });
  }
  async #test(total: number): Promise<string | null> {
    const [asked, rows] = [this.#asked(this.#state), this.#rows.at];
    const link = new URL(writeLink(this.#fields, this.#state, this.#data), location.href).href;
    const come = await import('./as-test.ts').catch(() => null);
    return come && come.asTest(asked, { rows, total, link });
  }
}
