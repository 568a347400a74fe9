import { grouped, type Mutant } from './report.ts';

/** A survivor as docs/mutants.md lists it. */
export type Row = Pick<Mutant, 'file' | 'line' | 'code' | 'replacement'>;

/** A reason with the survivors that it explains. */
export interface Section {
  /** The heading and the reason below it. */
  readonly text: string;
  readonly rows: readonly Row[];
}

/** The heading of the survivors for which no reason has been given. */
export const UNEXPLAINED = '## Without a reason';

const HEAD = '| file | line | code | instead |\n| --- | --- | --- | --- |\n';

/** The sections of docs/mutants.md; text before the first `## ` is the first of them. */
export function readList(markdown: string): Section[] {
  return markdown
    .split(/^(?=## )/m)
    .map((part) => ({ text: (part.split(HEAD)[0] ?? '').trim(), rows: rowsOf(part) }));
}

function rowsOf(part: string): Row[] {
  return (part.split(HEAD)[1] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => {
      const [file = '', number, code = '', replacement = ''] = line
        .slice(2, -2)
        .split(/ (?<!\\)\| /)
        .map((cell) => cell.replaceAll('\\|', '|'));
      return { file, line: Number(number), code: bare(code), replacement: bare(replacement) };
    });
}

export function writeList(sections: readonly Section[]): string {
  return sections
    .map(({ text, rows }) => (rows.length === 0 ? `${text}\n` : `${text}\n\n${HEAD}${table(rows)}`))
    .join('\n');
}

function table(rows: readonly Row[]): string {
  return rows
    .map(({ file, line, code, replacement }) =>
      [file, line, quoted(code), quoted(replacement)]
        .map((cell) => String(cell).replaceAll('|', '\\|'))
        .join(' | '),
    )
    .map((line) => `| ${line} |\n`)
    .join('');
}

/** As code. Two ticks where the code has ticks itself. */
function quoted(code: string): string {
  return code.includes('`') ? `\`\` ${code} \`\`` : `\`${code}\``;
}

function bare(cell: string): string {
  return cell.startsWith('`` ') ? cell.slice(3, -3) : cell.slice(1, -1);
}

/** What makes a survivor the same after lines have moved. */
const keyOf = ({ file, code, replacement }: Row) => `${file}\n${code}\n${replacement}`;

/**
 * The list after a run over `files`: survivors keep their section, new ones stand without a reason,
 * and rows of those files that were killed or are gone are left out.
 */
export function updated(
  sections: readonly Section[],
  survivors: readonly Row[],
  files: ReadonlySet<string>,
): Section[] {
  const left = grouped(survivors, keyOf);
  const kept = sections.map(({ text, rows }) => ({
    text,
    rows: rows.flatMap((row) => {
      if (!files.has(row.file)) return [row];
      const next = left.get(keyOf(row))?.shift();
      return next ? [next] : [];
    }),
  }));
  const fresh = [...left.values()].flat();
  const known = kept.filter(({ text }) => text !== UNEXPLAINED);
  const rows = [...kept.flatMap((s) => (s.text === UNEXPLAINED ? s.rows : [])), ...fresh];
  return rows.length > 0 ? [...known, { text: UNEXPLAINED, rows }] : known;
}

/** Survivors in `files` that stand under no reason. */
export function unexplained(sections: readonly Section[], survivors: readonly Row[]): Row[] {
  const files = new Set(survivors.map(({ file }) => file));
  return updated(
    sections.filter(({ text }) => text !== UNEXPLAINED),
    survivors,
    files,
  ).flatMap(({ text, rows }) => (text === UNEXPLAINED ? rows : []));
}
