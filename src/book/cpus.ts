import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cpu, type Cpu } from './cpu.ts';
import { readJson } from './json-lines.ts';
import { nearest } from './nearest.ts';
import { shownPath } from './places.ts';
import type { Problem } from './problems.ts';
import { keyProblem, wrongKeys } from './schema-problem.ts';

export interface Cpus {
  /** Entries that are in order, in the order of the file. */
  cpus: readonly Cpu[];
  problems: Problem[];
}

/** Reads and checks the list of CPUs; a content folder without the file has none. */
export function readCpus(content: string, sources: ReadonlySet<string>): Cpus {
  const path = join(content, 'data', 'cpus.json');
  const file = shownPath(path, content);
  if (!existsSync(path)) return { cpus: [], problems: [] };
  const reading = readJson(readFileSync(path, 'utf8'));
  if (!reading.ok) return noList(file, reading.line, reading.received, reading.expected);
  const { value, lines } = reading;
  if (!Array.isArray(value)) return noList(file, 1, 'a value that is no list', 'a list of CPUs');
  const cpus: Cpu[] = [];
  const problems: Problem[] = [];
  const first = new Map<string, number>();
  for (const [index, entry] of (value as readonly unknown[]).entries()) {
    const lineOf = (key: string) => lines.get(`${index}.${key}`) ?? lines.get(`${index}`) ?? 1;
    const parsed = cpu.safeParse(entry);
    if (!parsed.success) {
      problems.push(...wrongFields(entry, file, lineOf, wrongKeys(parsed.error)));
      continue;
    }
    const { cpu: id, source } = parsed.data;
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, lineOf('cpu'));
    else problems.push(taken({ file, line: lineOf('cpu'), id }, earlier));
    const unknown = source.filter((one) => !sources.has(one));
    const at = { file, line: lineOf('source'), id };
    problems.push(...unknown.map((one) => unknownSource(at, one, sources)));
    if (earlier === undefined && unknown.length === 0) cpus.push(parsed.data);
  }
  return { cpus, problems };
}

type At = Pick<Problem, 'file' | 'line'> & { id: string };

function noList(file: string, line: number, received: string, expected: string): Cpus {
  const remedy = 'Mend the file; each CPU is an object in one list.';
  return { cpus: [], problems: [{ code: 'cpu-syntax', file, line, received, expected, remedy }] };
}

function wrongFields(
  entry: unknown,
  file: string,
  lineOf: (key: string) => number,
  keys: readonly string[],
): Problem[] {
  if (typeof entry !== 'object' || entry === null) {
    const expected = `an object with ${Object.keys(cpu.shape).join(', ')}`;
    const remedy = 'Write the CPU as an object.';
    const received = JSON.stringify(entry);
    return [{ code: 'cpu-field', file, line: lineOf(''), received, expected, remedy }];
  }
  const values = new Map(Object.entries(entry));
  const id = values.get('cpu');
  const named = typeof id === 'string' && id !== '' ? { id } : {};
  return keys.map((key) => {
    const received = values.has(key) ? JSON.stringify(values.get(key)) : undefined;
    const at = { code: 'cpu-field', file, line: lineOf(key), ...named } as const;
    return keyProblem(cpu.shape, key, received, at);
  });
}

function taken(at: At, earlier: number): Problem {
  return {
    ...at,
    code: 'cpu-field',
    received: `a second entry for ${at.id}`,
    expected: `each CPU once; line ${earlier} has this one`,
    remedy: 'Join the two, or name what tells them apart.',
  };
}

function unknownSource(at: At, received: string, sources: ReadonlySet<string>): Problem {
  const near = nearest(received, sources);
  return {
    ...at,
    code: 'cpu-source',
    received,
    expected: 'an id from content/data/sources.json',
    remedy: near === null ? 'Add the source to the list.' : `Write ${near}, or add the source.`,
  };
}
