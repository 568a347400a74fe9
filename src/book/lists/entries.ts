import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import { readPlainText } from '../plain-text.ts';
import { readJson } from './json-lines.ts';
import { shownPath } from '../places.ts';
import type { Problem, ProblemCode } from '../problems.ts';
import { keyProblem, wrongKeys } from './schema-problem.ts';

/** What a list of `content/data` holds, and the codes under which its faults are reported. */
export interface ListKind<Shape extends z.ZodObject> {
  /** File name without its extension. */
  readonly name: string;
  readonly schema: Shape;
  /** One entry and several, in words. */
  readonly one: string;
  readonly many: string;
  /** The key that names an entry in reports; null where file and line are name enough. */
  readonly key: (keyof Shape['shape'] & string) | null;
  /** True where an entry without that key is called by its place in the list. */
  readonly numbered: boolean;
  /** True where a book without the file is an empty list. */
  readonly optional: boolean;
  readonly syntax: ProblemCode;
  readonly field: ProblemCode;
}

/** One entry of a list as it stands in its file. */
export interface Entry<Value> {
  /** Null where a field is wrong. */
  readonly value: Value | null;
  readonly raw: unknown;
  /** What reports call it: its key, or its place in the list; empty: neither. */
  readonly id: string;
  readonly file: string;
  readonly line: number;
  /** Line of one of its keys, such as `source` or `source.1`. */
  readonly lineOf: (key: string) => number;
}

/** A list with what is wrong with it. */
export interface Listed<Value> {
  readonly entries: Entry<Value>[];
  readonly problems: Problem[];
  /** False where the file is not there, or is no list. */
  readonly read: boolean;
}

/** Reads a list of `content/data` with the lines of its entries, and what is wrong with their fields. */
export function readEntries<Shape extends z.ZodObject>(
  content: string,
  kind: ListKind<Shape>,
): Listed<z.output<Shape>> {
  const path = join(content, 'data', `${kind.name}.json`);
  const file = shownPath(path, content);
  if (!existsSync(path) && kind.optional) return { entries: [], problems: [], read: false };
  const expected = `a list of ${kind.many}`;
  const fail = (line: number, received: string, wanted: string) => {
    const remedy = `Mend the file; each ${kind.one} is an object in one list.`;
    const at = { code: kind.syntax, file, line, breaks: kind.name };
    const problem = { ...at, received, expected: wanted, remedy };
    return { entries: [], problems: [problem], read: false };
  };
  if (!existsSync(path)) return fail(1, 'no such file', expected);
  const { text, problems: encoding } = readPlainText(path, file);
  if (text === null) {
    const problems = encoding.map((one) => ({ ...one, breaks: kind.name }));
    return { entries: [], problems, read: false };
  }
  const reading = readJson(text);
  if (!reading.ok) return fail(reading.line, reading.received, reading.expected);
  if (!Array.isArray(reading.value)) return fail(1, 'a value that is no list', expected);
  const { lines } = reading;
  const entries = reading.value.map((raw: unknown, index): Entry<z.output<Shape>> => {
    const line = lines.get(`${index}`) ?? 1;
    const { data = null } = kind.schema.safeParse(raw);
    return {
      value: data,
      raw,
      id: nameOf(raw, kind.key) ?? (kind.numbered ? `number ${index + 1}` : ''),
      file,
      line,
      lineOf: (key) => lines.get(`${index}.${key}`) ?? line,
    };
  });
  const wrong = entries.flatMap((entry) => checkFields(entry, kind));
  return { entries, problems: [...encoding, ...wrong], read: true };
}

function nameOf(raw: unknown, key: string | null): string | null {
  if (key === null || !isObject(raw)) return null;
  const name: unknown = new Map(Object.entries(raw)).get(key);
  return typeof name === 'string' && name !== '' ? name : null;
}

function isObject(raw: unknown): raw is object {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

function checkFields<Shape extends z.ZodObject>(
  { raw, id, file, line, lineOf }: Entry<unknown>,
  { schema, field, one }: ListKind<Shape>,
): Problem[] {
  const at = { code: field, file, line, ...(id === '' ? {} : { id }) };
  if (!isObject(raw)) {
    const expected = `an object with ${Object.keys(schema.shape).join(', ')}`;
    const remedy = `Write the ${one} as an object.`;
    return [{ ...at, received: JSON.stringify(raw), expected, remedy }];
  }
  const { error } = schema.safeParse(raw);
  if (error === undefined) return [];
  const values = new Map(Object.entries(raw));
  return wrongKeys(error).map((key) =>
    keyProblem(schema.shape, key, values.has(key) ? JSON.stringify(values.get(key)) : undefined, {
      ...at,
      line: lineOf(key),
    }),
  );
}
