import { readEntries, type Entry, type ListKind } from './entries.ts';
import type { Problem } from './problems.ts';
import { source, type Source } from './source.ts';

const FIELDS = Object.keys(source.shape);

const KIND = {
  name: 'sources',
  schema: source,
  one: 'source',
  many: 'sources',
  key: 'id',
  numbered: true,
  optional: false,
  syntax: 'source-syntax',
  field: 'source-field',
} as const satisfies ListKind<typeof source>;

export interface Sources {
  /** Entries that are in order, by id. */
  byId: ReadonlyMap<string, Source>;
  /** Every id in the list; a wrong entry is reported once, not at each of its claims too. */
  ids: ReadonlySet<string>;
  /** Where each id stands first. */
  places: ReadonlyMap<string, Pick<Problem, 'file' | 'line'>>;
  problems: Problem[];
}

/** Reads and checks the source list. */
export function readSources(content: string): Sources {
  const { entries, problems } = readEntries(content, KIND);
  const byId = new Map<string, Source>();
  const places = new Map<string, Pick<Problem, 'file' | 'line'>>();
  for (const entry of entries) {
    const { id, file, line, value } = entry;
    problems.push(...checkOrder(entry));
    const earlier = places.get(id);
    if (earlier !== undefined) problems.push(taken(file, line, id, earlier.line));
    else places.set(id, { file, line });
    if (value !== null && earlier === undefined) byId.set(id, value);
  }
  return { byId, ids: new Set(places.keys()), places, problems };
}

function checkOrder({ raw, value, id, file, line }: Entry<Source>): Problem[] {
  if (value === null) return [];
  const keys = Object.keys(raw as object);
  const received = keys.join(', ');
  const expected = FIELDS.filter((field) => keys.includes(field)).join(', ');
  if (received === expected) return [];
  const remedy = 'Write the fields in the order of the schema, so that changes read well.';
  return [{ code: 'source-order', file, line, id, received, expected, remedy }];
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
