import { basename, join } from 'node:path';
import { evidenceDisagrees } from '../../observations/evidence.ts';
import { expectedAt } from '../../observations/expected.ts';
import { fileName } from '../../observations/file-name.ts';
import { byRank } from '../../observations/rank.ts';
import { recorded, type Recorded } from '../../observations/schema.ts';
import { readNames, readPlainText } from '../plain-text.ts';
import { readJson } from './json-lines.ts';
import { shownPath } from '../places.ts';
import type { Problem } from '../problems.ts';
import { remember } from '../remember.ts';

/** Path of a member as the reader of lines names it. */
type LineOf = (path: string) => number;

/**
 * Reads and checks what real kernels answered, a file a run; a book without the folder has none. Runs
 * that ask about the memory of a driver lie in a folder of their own.
 */
export function readObservations(content: string): { runs: Recorded[]; problems: Problem[] } {
  const folder = join(content, 'data/observations');
  const folders = [folder, join(folder, 'drivers')].map((dir) => {
    const { names, problems } = readNames(dir, shownPath(dir, content));
    return { paths: names.map((name) => join(dir, name)), problems };
  });
  const files = folders
    .flatMap(({ paths }) => paths.filter((path) => path.endsWith('.json')))
    .map((path) => readFile(path, content));
  return {
    runs: files.flatMap(({ run }) => run ?? []),
    problems: [...folders, ...files].flatMap(({ problems }) => problems),
  };
}

/** The same as a book has them: without what is wrong, and read when they are first asked for. */
export function observationsOf(content: string): () => readonly Recorded[] {
  let runs: readonly Recorded[] | null = null;
  return () => (runs ??= readObservations(content).runs.toSorted(byRank));
}

interface Reading {
  readonly run: Recorded | null;
  readonly problems: readonly Problem[];
}

function readFile(path: string, content: string): Reading {
  const { text, problems } = readPlainText(path, shownPath(path, content));
  if (text === null) return { run: null, problems };
  const read = readOne(path, text, content);
  return problems.length === 0 ? read : { ...read, problems: [...problems, ...read.problems] };
}

/** Validating a run and holding its answers together takes longer than all else that a check reads. */
const readOne = remember((path, text, content = ''): Reading => {
  const name = basename(path);
  const file = shownPath(path, content);
  const run = inOrder(text);
  // Lines take longer to find than the run to read: only what is wrong needs them.
  if (run !== null && checkRun(run, { file, name, lineOf: () => 1 }).length === 0)
    return { run, problems: [] };
  const reading = readJson(text);
  if (!reading.ok) return { run: null, problems: [syntax(file, reading)] };
  const { lines } = reading;
  const lineOf: LineOf = (at) => lines.get(at) ?? (at === '' ? 1 : lineOf(parentOf(at)));
  if (run !== null) return { run, problems: checkRun(run, { file, name, lineOf }) };
  const issues = recorded.safeParse(reading.value).error?.issues ?? [];
  const problems = issues.map((issue) => wrongField(issue, reading.value, { file, lineOf }));
  return { run: null, problems };
});

/** A run as the schema wants it; null where the text is something else. */
function inOrder(text: string): Recorded | null {
  try {
    return recorded.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

const AGAIN = 'Record the run again: npm run lab.';

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('.')));

function syntax(
  file: string,
  { line, received, expected }: { line: number; received: string; expected: string },
): Problem {
  return { code: 'observation-syntax', file, line, received, expected, remedy: AGAIN };
}

interface Issue {
  readonly path: readonly PropertyKey[];
  /** Keys that the schema does not have; they stand beside the path, not in it. */
  readonly keys?: readonly string[];
}

function wrongField(
  { path, keys }: Issue,
  value: unknown,
  { file, lineOf }: { file: string; lineOf: LineOf },
): Problem {
  const at = path.map(String);
  const place = at.join('.');
  const [extra] = keys ?? [];
  const found = at.reduce<unknown>((inner, key) => membersOf(inner).get(key), value);
  const received = found === undefined ? 'nothing' : JSON.stringify(found).slice(0, LONGEST);
  return {
    code: 'observation-field',
    file,
    line: lineOf(extra === undefined ? place : [...at, extra].join('.')),
    id: place || 'the file',
    received: extra === undefined ? received : `the key ${extra}`,
    expected: expectedAt(at),
    remedy: AGAIN,
  };
}

const membersOf = (value: unknown): ReadonlyMap<string, unknown> =>
  new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);

/** More of a value than this says nothing more about what is wrong with it. */
const LONGEST = 60;

function checkRun(
  run: Recorded,
  { file, name, lineOf }: { file: string; name: string; lineOf: LineOf },
): Problem[] {
  const problems: Problem[] = [];
  const right = fileName(run);
  if (name !== right)
    problems.push({
      code: 'observation-name',
      file,
      line: 1,
      received: name,
      expected: right,
      remedy: `Rename it to ${right}.`,
    });
  const places = new Map<string, number>();
  for (const [index, one] of run.cases.entries()) {
    const { id } = one;
    const line = lineOf(`cases.${index}`);
    const earlier = places.get(id);
    places.set(id, earlier ?? line);
    if (earlier !== undefined)
      problems.push({
        code: 'observation-case',
        file,
        line,
        id,
        received: `a second case ${id}`,
        expected: `each case once; line ${earlier} has this one`,
        remedy: AGAIN,
      });
    for (const received of evidenceDisagrees(run, one))
      problems.push({
        code: 'observation-evidence',
        file,
        line,
        id,
        received,
        expected: 'one answer from the map call and from the descriptor',
        remedy: 'Find out which of the two is read wrongly in lab/guest, and record the run again.',
      });
  }
  return problems;
}
