import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectText } from '../quality/counted.ts';
import { root } from '../root.ts';
import { mutatedIn, partOf, type Mutated } from './mutants.ts';
import type { Rule } from './rules.ts';

/** What the tests say of a rule. Plain data. */
export interface Tested {
  /** Test files that have the check word by word. */
  readonly tests: readonly string[];
  readonly sources: readonly Source[];
}

/** A file of the model in which the check stands. Plain data. */
export interface Source {
  readonly file: string;
  /** What became of the mutants of its functions that have the check; null where no run is recorded. */
  readonly mutants: Mutated | null;
  /** How many mutants of the file no test notices, by the list. */
  readonly survive: number;
}

interface TextFile {
  readonly file: string;
  readonly text: string;
}

const filesIn = (folder: string, pattern: string): readonly TextFile[] =>
  globSync(pattern, { cwd: join(root, folder) })
    .toSorted()
    .map((file) => ({ file, text: readFileSync(join(root, folder, file), 'utf8') }));

let model: readonly TextFile[] | undefined;
let tests: readonly TextFile[] | undefined;
let survivors: ReadonlyMap<string, number> | undefined;

/** How many mutants survive in each file of the model, by the list that `npm run mutants` holds. */
export function survivorsIn(list: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [, file = ''] of list.matchAll(/^\| ([\w/.-]+\.ts) \| \d+ \|/gm))
    found.set(file, (found.get(file) ?? 0) + 1);
  return found;
}

/** The tests and mutants of a rule, read from the files of the project. */
export function testedOf({ check }: Pick<Rule, 'check'>): Tested {
  model ??= filesIn('src/model', '**/*.ts');
  tests ??= filesIn('tests/model', '**/*.test.ts');
  const known = (survivors ??= survivorsIn(projectText('docs/mutants.md') ?? ''));
  const written = [`'${check}'`, `"${check}"`, `\`${check}\``];
  const says = (text: string): boolean => written.some((one) => text.includes(one));
  return {
    tests: tests.filter(({ text }) => says(text)).map(({ file }) => file),
    sources: model
      .filter(({ file, text }) => !file.startsWith('explain/') && says(text))
      .map(({ file, text }): Source => {
        const lines = text.split('\n');
        const parts = lines.flatMap((line, i) => (says(line) ? partOf(lines, i + 1) : []));
        return {
          file,
          mutants: mutatedIn(file, text, [...new Set(parts)]),
          survive: known.get(file) ?? 0,
        };
      }),
  };
}

/** The mutants of a file in words: what a run recorded, else what the list of survivors says. */
export function mutantsOf({ file, mutants, survive }: Source): string {
  if (mutants === null) return `not recorded, ${survive} survive in ${file}`;
  const { killed, survived, date, changed } = mutants;
  const text = changed ? ', before its text of today' : '';
  return `${killed} of ${killed + survived} in ${file}, ${date}${text}`;
}
