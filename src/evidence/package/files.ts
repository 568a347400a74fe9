import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { textFile, zip, type ArchiveFile } from '../../archive/zip.ts';
import { csvOf } from '../../model/index.ts';
import { root } from '../../root.ts';
import type { ListedRows } from './listed.ts';
import { readmeOf } from './readme.ts';

const ROWS = join(root, 'tests/vectors/data');
const TOP = 'stage-two-rows';

interface RowFile extends Record<'function' | 'description' | 'derivedFrom', string> {
  readonly kernel: string | null;
  readonly columns: readonly string[];
  readonly cases: readonly (readonly unknown[])[];
  readonly of: number;
}

/** The rows from outside as files that stand alone: JSON and CSV, a list of them, what checks code, words. */
export function packageFiles(): ArchiveFile[] {
  const files = existsSync(ROWS) ? readdirSync(ROWS).filter((file) => file.endsWith('.json')) : [];
  const read = files.toSorted().map((file) => {
    const text = readFileSync(join(ROWS, file), 'utf8');
    return { name: file.replace(/\.json$/, ''), text, rows: JSON.parse(text) as RowFile };
  });
  const listed = read.map(({ name, text, rows }): ListedRows => ({
    name,
    function: rows.function,
    kernel: rows.kernel,
    description: rows.description,
    derivedFrom: rows.derivedFrom,
    rows: rows.cases.length,
    of: rows.of,
    sha256: createHash('sha256').update(text).digest('hex'),
  }));
  const own = join(root, 'src/evidence/package/check.mjs');
  return [
    file('README.md', readmeOf(listed)),
    file('LICENSE', readFileSync(join(root, 'LICENSE'), 'utf8')),
    file('index.json', `${JSON.stringify(listed, null, 2)}\n`),
    file('check.mjs', readFileSync(own, 'utf8')),
    ...read.map(({ name, text }) => file(`rows/${name}.json`, text)),
    ...read.map(({ name, rows }) => file(`csv/${name}.csv`, csvText(rows))),
  ];
}

/** The package as one file, the same bytes for the same rows. */
export const packedRows = (): Uint8Array<ArrayBuffer> =>
  zip(packageFiles().map((one) => ({ ...one, packed: deflateRawSync(one.data, { level: 9 }) })));

const file = (path: string, text: string): ArchiveFile => textFile(`${TOP}/${path}`, text);

function csvText({ columns, cases }: RowFile): string {
  const cell = (value: unknown): string =>
    value === null ? '' : Array.isArray(value) ? value.join(' ') : String(value);
  return csvOf([columns, ...cases.map((cells) => cells.map(cell))]);
}
