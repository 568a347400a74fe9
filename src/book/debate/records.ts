import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import { readJson } from '../json-lines.ts';
import { shownPath } from '../places.ts';
import type { Problem } from '../problems.ts';
import { keyProblem, wrongKeys } from '../schema-problem.ts';

/** An entry of a data file with its place. */
export interface Entry<T> {
  readonly value: T;
  /** Path from the project root. */
  readonly file: string;
  readonly line: number;
  /** Line of one of its keys. */
  readonly lineOf: (key: string) => number;
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
export function readRecords<Shape extends Readonly<Record<string, z.ZodType>>>(
  content: string,
  name: string,
  schema: z.ZodObject<Shape>,
): Records<z.output<z.ZodObject<Shape>>> {
  const path = join(content, 'data', name);
  const file = shownPath(path, content);
  if (!existsSync(path)) return { entries: [], problems: [], whole: true };
  const reading = readJson(readFileSync(path, 'utf8'));
  const expected = 'a list of entries';
  const at = { code: 'data-syntax', file, expected } as const;
  const remedy = 'Mend the file; each entry is an object in one list.';
  if (!reading.ok) {
    const problem = { ...at, line: reading.line, received: reading.received, remedy };
    return broken({ ...problem, expected: reading.expected });
  }
  const { value: list, lines } = reading;
  if (!Array.isArray(list))
    return broken({ ...at, line: 1, received: 'a value that is no list', remedy });

  const entries: Entry<z.output<z.ZodObject<Shape>>>[] = [];
  const problems: Problem[] = [];
  for (const [index, raw] of (list as unknown[]).entries()) {
    const line = lines.get(`${index}`) ?? 1;
    const lineOf = (key: string): number => lines.get(`${index}.${key}`) ?? line;
    const parsed = schema.safeParse(raw);
    if (parsed.success) entries.push({ value: parsed.data, file, line, lineOf });
    else problems.push(...fieldProblems(raw, parsed.error, { file, line, lineOf }));
  }
  return { entries, problems, whole: problems.length === 0 };

  function fieldProblems(
    raw: unknown,
    error: z.ZodError,
    { line, lineOf }: Omit<Entry<unknown>, 'value'>,
  ): Problem[] {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
      const fields = `an object with ${Object.keys(schema.shape).join(', ')}`;
      const received = JSON.stringify(raw);
      const write = 'Write the entry as an object.';
      return [{ code: 'data-field', file, line, received, expected: fields, remedy: write }];
    }
    const values = new Map<string, unknown>(Object.entries(raw));
    return wrongKeys(error).map((key) => {
      const received = values.has(key) ? JSON.stringify(values.get(key)) : undefined;
      const place = { code: 'data-field', file, line: lineOf(key) } as const;
      return keyProblem(schema.shape, key, received, place);
    });
  }
}

function broken(problem: Problem): Records<never> {
  return { entries: [], problems: [problem], whole: false };
}
