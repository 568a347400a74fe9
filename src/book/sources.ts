import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, type JsonReading } from './json-lines.ts';
import { shownPath } from './places.ts';
import type { Problem } from './problems.ts';
import { keyProblem, wrongKeys } from './schema-problem.ts';
import { source, type Source } from './source.ts';

const FIELDS = Object.keys(source.shape);

export interface Sources {
  /** Entries that are in order, by id. */
  byId: ReadonlyMap<string, Source>;
  /** Every id in the list; a wrong entry is reported once, not at each of its claims too. */
  ids: ReadonlySet<string>;
  problems: Problem[];
}

/** Reads and checks the source list. */
export function readSources(content: string): Sources {
  const path = join(content, 'data', 'sources.json');
  const file = shownPath(path, content);
  const reading = readList(path);
  if (!reading.ok) {
    const { line, received, expected } = reading;
    const remedy = 'Mend the file; each source is an object in one list.';
    const problem = { code: 'source-syntax', file, line, received, expected, remedy } as const;
    return { byId: new Map(), ids: new Set(), problems: [problem] };
  }
  const { lines } = reading;
  const byId = new Map<string, Source>();
  const first = new Map<string, number>();
  const problems: Problem[] = [];
  for (const [index, entry] of reading.value.entries()) {
    const line = lines.get(`${index}`) ?? 1;
    const id = idOf(entry) ?? `number ${index + 1}`;
    problems.push(...checkFields(entry, { file, line, id }, (key) => lines.get(`${index}.${key}`)));
    const earlier = first.get(id);
    if (earlier !== undefined) problems.push(taken(file, line, id, earlier));
    else first.set(id, line);
    const parsed = source.safeParse(entry);
    if (parsed.success && earlier === undefined) byId.set(id, parsed.data);
  }
  return { byId, ids: new Set(first.keys()), problems };
}

type List = Extract<JsonReading, { ok: true }> & { value: readonly unknown[] };

function readList(path: string): List | Extract<JsonReading, { ok: false }> {
  const expected = 'a list of sources';
  if (!existsSync(path)) return { ok: false, line: 1, received: 'no such file', expected };
  const reading = readJson(readFileSync(path, 'utf8'));
  if (!reading.ok) return reading;
  const { value } = reading;
  if (Array.isArray(value)) return { ...reading, value };
  return { ok: false, line: 1, received: `a value that is no list`, expected };
}

function idOf(entry: unknown): string | null {
  const id = typeof entry === 'object' && entry !== null && 'id' in entry ? entry.id : null;
  return typeof id === 'string' ? id : null;
}

function checkFields(
  entry: unknown,
  at: { file: string; line: number; id: string },
  lineOf: (key: string) => number | undefined,
): Problem[] {
  if (typeof entry !== 'object' || entry === null) {
    const expected = `an object with ${FIELDS.join(', ')}`;
    const remedy = 'Write the source as an object.';
    return [{ ...at, code: 'source-field', received: JSON.stringify(entry), expected, remedy }];
  }
  const parsed = source.safeParse(entry);
  const values = new Map(Object.entries(entry));
  if (!parsed.success)
    return wrongKeys(parsed.error).map((key) =>
      keyProblem(source.shape, key, values.has(key) ? JSON.stringify(values.get(key)) : undefined, {
        ...at,
        code: 'source-field',
        line: lineOf(key) ?? at.line,
      }),
    );
  const received = [...values.keys()].join(', ');
  const expected = FIELDS.filter((field) => values.has(field)).join(', ');
  if (received === expected) return [];
  const remedy = 'Write the fields in the order of the schema, so that changes read well.';
  return [{ ...at, code: 'source-order', received, expected, remedy }];
}

function taken(file: string, line: number, id: string, earlier: number): Problem {
  return {
    code: 'source-id-taken',
    file,
    line,
    id,
    received: `a second source ${id}`,
    expected: `${id} once; it is in use on line ${earlier}`,
    remedy: 'Give one of the two another id, or remove it if it is the same source.',
  };
}
