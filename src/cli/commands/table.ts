import {
  csvLine,
  filterLeaves,
  kernelNamed,
  nearest,
  rowTable,
  waysInWords,
  type Column,
  type Filters,
  type RowTable,
  type Scan,
} from '../../model/index.ts';
import { printColumns } from '../columns.ts';
import type { Command, Outside } from '../command.ts';
import { clip, json, optionLines, type Option, type Parsed } from '../options.ts';
import { runWith } from '../run-with.ts';
import { UsageError } from '../usage-error.ts';
import { KERNEL_WORDS } from './kernel-words.ts';
import { SUBJECTS } from './subjects.ts';

const RUN = 'npm run -s stage-two --';
const EXAMPLE = `${RUN} table memslot --kernel v7.3 --where fwb=0 --where errno=EINVAL --csv`;
/** Rows that a terminal shows where nothing was asked for. */
const FEW = 10;

const OPTIONS: readonly Option[] = [
  { name: 'kernel', value: 'K', meaning: 'the kernel, or a release such as 6.12 (needed)' },
  {
    name: 'with',
    value: 'K',
    meaning: 'a second kernel: only the rows that the two answer differently',
  },
  {
    name: 'where',
    value: 'COLUMN=VALUE',
    meaning: 'only the rows that have the value; again for another column, or another value',
    repeats: true,
  },
  {
    name: 'most',
    value: 'N',
    meaning: `how many rows are printed (default ${FEW}, with --csv or --json all)`,
  },
  { name: 'to', value: 'ANSWER', meaning: 'the shortest ways from the first row to this answer' },
  { name: 'csv', value: null, meaning: 'the rows as CSV (RFC 4180)' },
  json,
];

/** `table SUBJECT --kernel K`: every row of a question, filtered, counted, compared. */
export const table: Command = {
  name: 'table',
  summary: 'every row of a question in a kernel: filtered, counted, compared, as CSV',
  example: EXAMPLE,
  help: [
    'stage-two table SUBJECT --kernel K [--with K] [--where COLUMN=VALUE]... [--csv|--json]',
    '',
    'Counts the rows by their answer, and prints them. A table of faults has two million.',
    ...optionLines(OPTIONS),
    '',
    'Subjects are those of decide whose inputs have an end. A wrong column names all that there are;',
    'a part of the answer is one too, such as answer, errno or mapping.w, and then.errno with --with.',
    `Example: ${EXAMPLE}`,
  ],
  run: (args, outside) =>
    runWith({ command: table, options: OPTIONS }, args, outside, (parsed) => {
      const asked = tableOf(parsed);
      if (asked instanceof UsageError) return asked;
      const filters = filtersOf(parsed, asked);
      if (filters instanceof UsageError) return filters;
      const most = mostOf(parsed);
      if (most instanceof UsageError) return most;
      const found = scanned(asked, filters);
      return print(asked, found, { filters, most }, parsed, outside);
    }),
};

function tableOf({ words, values }: Parsed): RowTable | UsageError {
  const [name = '', ...more] = words;
  const subject = Object.hasOwn(SUBJECTS, name) ? SUBJECTS[name] : undefined;
  const names = Object.keys(SUBJECTS);
  if (!subject || more.length > 0) {
    const got = name === '' ? 'no subject' : clip(more[0] ?? name);
    return new UsageError(got, `one of ${names.join(', ')}`, EXAMPLE, nearest(name, names));
  }
  const [kernel, other] = ['kernel', 'with'].map((one) => values.get(one)?.[0]);
  if (kernel === undefined) return new UsageError('no --kernel', KERNEL_WORDS, EXAMPLE);
  for (const one of [kernel, other]) {
    const { error } = one === undefined ? { error: undefined } : kernelNamed(one);
    if (error) return new UsageError(clip(one ?? ''), KERNEL_WORDS, EXAMPLE, error.nearest);
  }
  const made = rowTable(subject.question, kernel, other ?? null);
  return (
    made.table ??
    UsageError.of((made as { error: Parameters<typeof UsageError.of>[0] }).error, EXAMPLE)
  );
}

function filtersOf({ values }: Parsed, asked: RowTable): Filters | UsageError {
  const filters: Record<string, string[]> = {};
  for (const word of values.get('where') ?? []) {
    const [, name, value] = /^([^=]+)=(.*)$/s.exec(word) ?? [];
    if (name === undefined || value === undefined)
      return new UsageError(`--where ${clip(word)}`, 'COLUMN=VALUE', '--where fwb=0');
    filters[name] = [...(Object.hasOwn(filters, name) ? (filters[name] ?? []) : []), value];
  }
  const wrong = asked.wrong(filters);
  return wrong ? UsageError.of(wrong, `--where ${wrong.example}`) : filters;
}

function mostOf({ values }: Parsed): number | UsageError {
  const whole = values.has('csv') || values.has('json');
  const given = values.get('most')?.[0];
  if (given === undefined) return whole ? Infinity : FEW;
  return /^\d{1,7}$/.test(given)
    ? Number(given)
    : new UsageError(`--most ${clip(given)}`, 'a whole number', '--most 100');
}

function scanned(asked: RowTable, filters: Filters): Scan {
  const steps = asked.scan(filters, Infinity);
  for (;;) {
    const { value, done } = steps.next();
    if (done) return value;
  }
}

function print(
  asked: RowTable,
  { rows, total, counts, columns: met, without }: Scan,
  { filters, most }: { readonly filters: Filters; readonly most: number },
  { values }: Parsed,
  outside: Outside,
): number | UsageError {
  const known = asked.answerColumns();
  const columns = [...asked.inputs, ...known.filter(({ name }) => met.includes(name))];
  const shown = rows.slice(0, most);
  const outcome = values.get('to')?.[0];
  if (outcome !== undefined) return printWays(asked, rows[0], outcome, outside);
  if (values.has('csv')) {
    outside.out(csvLine(columns.map(({ name }) => name)).trimEnd());
    for (const row of shown) outside.out(csvLine(asked.cells(row, columns)).trimEnd());
    return 0;
  }
  if (values.has('json')) {
    // A line a row: all of them in one text would be too long for a table of faults.
    const names = JSON.stringify(columns.map(({ name }) => name));
    outside.out(`{"total":${total},"columns":${names},"rows":[`);
    shown.forEach((row, i) => {
      const end = i === shown.length - 1 ? '' : ',';
      outside.out(`${JSON.stringify(asked.cells(row, columns))}${end}`);
    });
    outside.out(']}');
    return 0;
  }
  outside.out(`${total} rows`);
  for (const [name, left] of without)
    if (total === 0 && left > 0) outside.out(`  without ${name}: ${left}`);
  for (const [answer, count] of counts.get('answer') ?? [])
    if (count > 0 && total > 0 && filterLeaves(filters['answer'], answer))
      outside.out(`  ${String(count).padStart(7)}  ${answer}`);
  if (shown.length > 0) printRows(asked, columns, shown, outside);
  return 0;
}

/** A few rows as text, without the columns that are the same in all of them. */
function printRows(
  asked: RowTable,
  columns: readonly Column[],
  rows: readonly number[],
  outside: Outside,
): void {
  const cells = rows.map((row) => asked.cells(row, columns));
  const differs = columns.map((_, i) => cells.some((row) => row[i] !== cells[0]?.[i]));
  const kept = columns.flatMap(({ name }, i) => (differs[i] || name === 'answer' ? [i] : []));
  const head = kept.map((i) => columns[i]?.name ?? '');
  const lines = [head, ...cells.map((row) => kept.map((i) => row[i] ?? ''))];
  outside.out('');
  printColumns(lines, outside);
  const same = columns.flatMap(({ name }, i) =>
    kept.includes(i) || !cells[0]?.[i] ? [] : [`${name} ${cells[0][i]}`],
  );
  if (same.length > 0) outside.out(`the same in these rows: ${same.join(', ')}`);
}

function printWays(
  asked: RowTable,
  row: number | undefined,
  outcome: string,
  outside: Outside,
): number | UsageError {
  const known = asked.answerColumns().find(({ name }) => name === 'answer')?.values ?? [];
  if (!known.includes(outcome))
    return new UsageError(
      `--to ${clip(outcome)}`,
      `one of ${known.map((one) => `"${one}"`).join(', ')}`,
      `--to "${known[0] ?? 'mapped, WB'}"`,
      nearest(outcome, known),
    );
  if (row === undefined) return new UsageError('no row', 'filters that leave a row', EXAMPLE);
  const ways = waysInWords(lastOf(asked.waysTo(row, outcome)));
  outside.out(`from ${JSON.stringify(asked.input(row))}`);
  for (const line of ways) outside.out(`  ${line}`);
  if (ways.length === 0)
    outside.out(asked.hasAnswer(row, outcome) ? '  it is that answer already' : '  no way');
  return 0;
}

/** What a walk gives at its end. */
function lastOf<T>(walk: Generator<unknown, T>): T {
  for (;;) {
    const { done, value } = walk.next();
    if (done) return value;
  }
}
