import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';
import type { Rule } from './rules.ts';

/** What the tests say of a rule. Plain data. */
export interface Tested {
  /** Test files that have the check word by word. */
  readonly tests: readonly string[];
  /** Files of the model in which the check stands, and how many mutants of them no test notices. */
  readonly sources: readonly { readonly file: string; readonly survive: number }[];
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
  const list = join(root, 'docs/mutants.md');
  const known = (survivors ??= survivorsIn(existsSync(list) ? readFileSync(list, 'utf8') : ''));
  const written = [`'${check}'`, `"${check}"`, `\`${check}\``];
  const says = ({ text }: TextFile): boolean => written.some((one) => text.includes(one));
  return {
    tests: tests.filter(says).map(({ file }) => file),
    sources: model
      .filter((one) => !one.file.startsWith('explain/') && says(one))
      .map(({ file }) => ({ file, survive: known.get(file) ?? 0 })),
  };
}
