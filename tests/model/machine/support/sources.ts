import { readFileSync } from 'node:fs';

/** A source of `content/data/sources.json`, as far as the tests of the policies need it. */
export interface Source {
  readonly id: string;
  readonly author: string;
  readonly kind: string;
}

const read = (file: string): unknown => JSON.parse(readFileSync(`content/data/${file}`, 'utf8'));

/** Every source of the book. */
export const SOURCES = read('sources.json') as readonly Source[];

/** The positions of the debate. */
export const POSITIONS = read('positions.json') as readonly {
  readonly person: string;
  readonly source: readonly string[];
}[];
