import { counted } from '../../grammar/count.ts';
import { shellQuoted } from '../foot/shell.ts';
import { csvLine, type Filters } from '../../model/index.ts';
import { save } from '../foot/save.ts';
import { takeText } from '../foot/take.ts';
import type { Values } from '../form/field.ts';

/** All rows that are shown, with their columns. */
export interface Listed {
  readonly columns: readonly string[];
  readonly count: number;
  cells(at: number): readonly string[];
}

/** The rows as CSV, in pieces for a file: one text of half a million rows would be long to make. */
function csvParts({ columns, count, cells }: Listed): string[] {
  const parts = [csvLine(columns)];
  for (let at = 0; at < count; at++) parts.push(csvLine(cells(at)));
  return parts;
}

/** The rows as JSON, as the terminal prints them. */
function jsonParts({ columns, count, cells }: Listed, total: number): string[] {
  const parts = [`{"total":${total},"columns":${JSON.stringify(columns)},"rows":[\n`];
  for (let at = 0; at < count; at++)
    parts.push(`${JSON.stringify(cells(at))}${at === count - 1 ? '' : ','}\n`);
  return [...parts, ']}\n'];
}

/** The command that prints the same rows. */
function commandOf(subject: string, state: Values, filters: Filters): string {
  const other = state['with'] ? ` --with ${state['with']}` : '';
  const where = Object.entries(filters).flatMap(([name, filter]) =>
    [filter].flat().map((value) => ` --where ${word(`${name}=${value}`)}`),
  );
  return `npm run -s stage-two -- table ${subject} --kernel ${state['kernel']}${other}${where.join('')}`;
}

/** In quotes where a shell would read it otherwise. */
const word = (text: string): string => (/^[\w.=-]+$/.test(text) ? text : shellQuoted(text));

const LOST = 'What makes the test could not be loaded. Try again.';

/** What can be taken along. */
export interface Taken {
  readonly subject: string;
  readonly state: Values;
  readonly filters: Filters;
  /** How many rows there are; those that are listed may be fewer. */
  readonly total: number;
  readonly rows: Listed;
  /** The first of them as a test. */
  readonly asTest: () => Promise<string | null>;
}

/** take saves the rows as a file, or copies the command that prints them, and says so. */
export async function take(root: HTMLElement, form: string, taken: Taken): Promise<void> {
  const { subject, state, filters, rows, total } = taken;
  if (form === 'command') return takeText(root, commandOf(subject, state, filters));
  if (form === 'test') {
    const text = rows.count === 0 ? null : await taken.asTest();
    if (text !== null) return takeText(root, text);
    const said = root.querySelector('.fig-copied');
    if (said) said.textContent = rows.count === 0 ? 'No row is left to test.' : LOST;
    return;
  }
  const csv = form === 'csv';
  const type = csv ? 'text/csv' : 'application/json';
  const name = [subject, state['kernel'], state['with']].filter(Boolean).join('-');
  save(new Blob(csv ? csvParts(rows) : jsonParts(rows, total), { type }), `${name}.${form}`);
  const line = root.querySelector('.fig-copied');
  if (line) line.textContent = `The browser was asked to save ${counted(rows.count)} rows.`;
}
