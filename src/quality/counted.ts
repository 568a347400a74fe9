import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';

/** The text of a file of the project; null in a copy that has not got it. */
export function projectText(path: string): string | null {
  const file = join(root, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** Parsed JSON files of a folder, those under it left out; none where the folder is not there. */
function jsonIn(folder: string): unknown[] {
  const at = join(root, folder);
  if (!existsSync(at)) return [];
  return readdirSync(at)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(at, name), 'utf8')) as unknown);
}

const lengthOf = (value: unknown, key: string): number => {
  const list: unknown = typeof value === 'object' && value !== null && Reflect.get(value, key);
  return Array.isArray(list) ? list.length : 0;
};

/** How many files of rows from outside there are, and how many rows they have. */
export function vectors(): { files: number; rows: number } {
  const files = jsonIn('tests/vectors/data');
  return {
    files: files.length,
    rows: files.reduce<number>((n, one) => n + lengthOf(one, 'cases'), 0),
  };
}

/** How many entries the JSON lists have, together. */
export function listed(...paths: readonly string[]): number {
  return paths.reduce((n, path) => {
    const list = JSON.parse(projectText(path) ?? '[]') as unknown;
    return n + (Array.isArray(list) ? list.length : 0);
  }, 0);
}

/** A tool that was asked the same as the model, by `npm run witness`. */
export interface Witness {
  readonly tool: string;
  readonly version: string;
  readonly date: string;
  readonly programs: number;
}

/** What was recorded of other tools. */
export function witnesses(): Witness[] {
  const runs = jsonIn('content/data/witnesses').filter((one) => 'programs' in (one as object));
  return runs.map((one) => {
    const { tool, version, date } = one as Record<string, string>;
    return {
      tool: tool ?? '',
      version: version ?? '',
      date: date ?? '',
      programs: lengthOf(one, 'programs'),
    };
  });
}
