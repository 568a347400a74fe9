import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ADAPTERS } from '../../src/cli/conform/adapters.ts';
import { compare } from '../../src/cli/conform/compare.ts';
import { FILES } from './files.ts';

const data = new URL('./data/', import.meta.url);

describe('reference vectors', () => {
  it('are all there, and no other file is', () => {
    expect(readdirSync(data).sort()).toEqual(Object.keys(FILES).sort());
  });

  it('cover every function that has an adapter', () => {
    const functions = new Set(
      Object.keys(FILES).map((file) => file.split('.').slice(0, 2).join('.')),
    );
    expect([...functions].sort()).toEqual(ADAPTERS.map((adapter) => adapter.function).sort());
  });

  it.each(Object.entries(FILES))('%s: %i rows', (file, rows) => {
    const result = compare(readFileSync(new URL(file, data), 'utf8'), 3);
    expect(result).toEqual({ passed: rows, failed: 0, mismatches: [] });
  });
});
