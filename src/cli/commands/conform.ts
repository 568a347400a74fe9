import { releaseInWords } from '../../model/index.ts';
import type { Command, Outside } from '../command.ts';
import { compare, type Comparison, type Mismatch } from '../conform/compare.ts';
import { ForeignFile } from '../conform/vector-file.ts';
import { runWith } from '../run-with.ts';
import { cut } from '../visible.ts';
import { UsageError } from '../usage-error.ts';

const SHOWN = 3;
/** Characters of a path or of a cell that a line repeats. */
const CELL = 100;
const PATH = 200;
const EXAMPLE = 'npm run -s stage-two -- conform tests/vectors/data/kvm.fault.v6.17.json';

/** `conform FILE...`: each vector file against the model. */
export const conform: Command = {
  name: 'conform',
  summary: 'compare vector files with the model',
  example: EXAMPLE,
  help: [
    'stage-two conform FILE...',
    '',
    'Compares each row of each vector file (format 1) with the model. Prints the first',
    `${SHOWN} mismatches of a file with inputs, expected and got; then "N passed, N failed".`,
    'Exit code 0: all rows pass. 1: a row differs. 2: a file cannot be read or compared.',
    '',
    `Example: ${EXAMPLE}`,
  ],
  run: (args, outside) =>
    runWith({ command: conform, options: [] }, args, outside, ({ words }) =>
      words.length > 0
        ? compareFiles(words, outside)
        : new UsageError('no file', 'at least one vector file', EXAMPLE),
    ),
};

function compareFiles(paths: readonly string[], outside: Outside): number {
  let passed = 0;
  let failed = 0;
  let unread = 0;
  for (const path of paths) {
    const result = compareFile(path, outside);
    if (result instanceof ForeignFile) {
      unread += 1;
      outside.err(`${named(path)}: ${result.reason}`.replace(/\s+/g, ' '));
      continue;
    }
    if (result.release) outside.out(`${path}: ${releaseInWords(result.release)}`);
    passed += result.passed;
    failed += result.failed;
    for (const mismatch of result.mismatches)
      for (const line of mismatchLines(path, mismatch)) outside.out(line);
    if (paths.length > 1)
      outside.out(`${named(path)}: ${result.passed} passed, ${result.failed} failed`);
  }
  outside.out(`${passed} passed, ${failed} failed`);
  if (unread > 0) return 2;
  return failed > 0 ? 1 : 0;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no file of this name',
  EISDIR: 'a folder',
  EACCES: 'a file that may not be read',
};

function compareFile(path: string, outside: Outside): Comparison | ForeignFile {
  let text: string;
  try {
    text = outside.readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no text';
    return new ForeignFile(`received ${REASONS[code] ?? code}, expected a vector file`);
  }
  return compare(text, SHOWN);
}

function mismatchLines(path: string, mismatch: Mismatch): string[] {
  const inputs = Object.entries(mismatch.inputs).map(
    ([name, cell]) => `${name}=${cut(JSON.stringify(cell), CELL)}`,
  );
  return [
    `${named(path)}: row ${mismatch.row}: ${inputs.join(' ')}`,
    ...mismatch.differences.map(
      (d) => `  ${d.column}: expected ${cut(d.expected, CELL)}, got ${cut(d.got, CELL)}`,
    ),
  ];
}

const named = (path: string) => cut(path, PATH);
