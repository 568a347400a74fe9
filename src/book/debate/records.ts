import type { z } from 'astro/zod';
import { readEntries, type Entry as AnyEntry } from '../lists/entries.ts';
import type { Problem } from '../problems.ts';

/** An entry that is in order by itself, with its place. */
export interface Entry<T> extends AnyEntry<T> {
  readonly value: T;
}

export interface Records<T> {
  /** Entries that are in order by themselves. */
  readonly entries: readonly Entry<T>[];
  readonly problems: readonly Problem[];
  /** Every entry was read: what is not among them is not in the file. */
  readonly whole: boolean;
}

/**
 * Reads a list of `content/data/` and checks each entry by its schema. A file that is not there
 * holds no entries: only the site of the guide has them all.
 */
export function readRecords<Shape extends z.ZodObject>(
  content: string,
  name: string,
  schema: Shape,
): Records<z.output<Shape>> {
  const { entries, problems } = readEntries(content, {
    name,
    schema,
    one: 'entry',
    many: 'entries',
    key: null,
    numbered: false,
    optional: true,
    syntax: 'data-syntax',
    field: 'data-field',
  });
  const read = entries.flatMap((entry): Entry<z.output<Shape>>[] =>
    entry.value === null ? [] : [{ ...entry, value: entry.value }],
  );
  return { entries: read, problems, whole: problems.length === 0 };
}
