import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { accepted, permitted } from '../../src/cli/conform/arch-combine.ts';
import {
  ForeignFile,
  parseVectorFile,
  type Row,
  type VectorFile,
} from '../../src/cli/conform/vector-file.ts';

/** `conform` asks that the model is right; this asks that it also misses no permitted answer. */
describe('permitted answers of combineStages', () => {
  it('are exactly those of each row, the usual one first', () => {
    expect(rowsOf('arch.combine.json').filter(([row, file]) => differ(row, file))).toEqual([]);
  });

  it('are both there where the implementation chooses the shareability', () => {
    const plain = rowsOf('arch.controls.json').filter(
      ([row]) =>
        row['access'] === 'data' &&
        row['sctlrM'] === 1 &&
        row['sctlrC'] === 1 &&
        row['hcrDc'] === 0 &&
        row['hcrCd'] === 0,
    );
    expect(plain.filter(([row, file]) => differ(row, file))).toEqual([]);
    expect(plain.filter(([row, file]) => accepted(row, file).length === 2)).toHaveLength(3);
  });
});

function rowsOf(name: string): [Row, VectorFile][] {
  const file = parseVectorFile(readFileSync(new URL(`./data/${name}`, import.meta.url), 'utf8'));
  if (file instanceof ForeignFile) throw new Error(file.reason);
  return file.cases.map((cells) => [
    Object.fromEntries(file.columns.map((column, i) => [column, cells[i] ?? null])),
    file,
  ]);
}

function differ(row: Row, file: VectorFile): boolean {
  return JSON.stringify(sorted(permitted(row))) !== JSON.stringify(sorted(accepted(row, file)));
}

function sorted(results: readonly Row[]): unknown {
  return results.map((result) => Object.entries(result).sort(([a], [b]) => (a < b ? -1 : 1)));
}
