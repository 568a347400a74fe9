import { readFileSync, writeFileSync } from 'node:fs';
import type { Book } from './book.ts';
import type { Page } from './page/page.ts';
import type { Problem, ProblemCode } from './problems.ts';
import type { Run } from './run.ts';

/** One output fence that was written, replaced or removed. */
export interface OutputChange {
  readonly file: string;
  /** 1-based line of the fence that printed, before the change. */
  readonly line: number;
  readonly id: string;
  readonly what: 'added' | 'replaced' | 'removed';
}

/** Problems that make a run worthless as an expected output. */
const BLOCKING: ReadonlySet<ProblemCode> = new Set([
  'page-syntax',
  'frontmatter-syntax',
  'fence-info',
  'fence-mode',
  'fence-id',
  'fence-id-taken',
  'fence-fold',
  'output-stray',
  'output-cut',
  'throw-undeclared',
  'throw-absent',
  'throw-other',
]);

/** Problems of a book for which outputs must not be written. */
export function blockingProblems({ problems }: Pick<Book, 'problems'>): Problem[] {
  return problems.filter(({ code }) => BLOCKING.has(code));
}

/** Writes the output fences that differ from their runs, and says which. */
export function writeOutputs(runs: readonly Run[]): OutputChange[] {
  const pages = new Set(runs.map(({ fence }) => fence.page));
  return [...pages].flatMap((page) =>
    writePage(
      page,
      runs.filter(({ fence }) => fence.page === page),
    ),
  );
}

/** From the last fence to the first, so that the lines of those before stay where they are. */
function writePage(page: Page, runs: readonly Run[]): OutputChange[] {
  const before = readFileSync(page.path, 'utf8');
  const lines = before.split('\n');
  const changes = runs.toReversed().flatMap((run) => writeOne(lines, run));
  if (changes.length > 0) writeFileSync(page.path, lines.join('\n'));
  return changes.toReversed();
}

function writeOne(lines: string[], { fence, result }: Run): OutputChange[] {
  const { id, page, output } = fence;
  if ((output?.code ?? '') === result.text) return [];
  const { line, end } = fence.fence;
  const place = { file: page.file, line, id };
  const written = result.text === '' ? [] : ['', ...block(lines[line - 1] ?? '', result.text)];
  lines.splice(end, (output?.end ?? end) - end, ...written);
  if (output === null) return [{ ...place, what: 'added' }];
  return [{ ...place, what: result.text === '' ? 'removed' : 'replaced' }];
}

/** An output fence as lines, indented as the fence that printed, with marks that the text lacks. */
function block(opening: string, text: string): string[] {
  const indent = /^[\s>]*/.exec(opening)?.[0] ?? '';
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length));
  const mark = '`'.repeat(longest + 1);
  const rows = [`${mark}text output`, ...text.split('\n'), mark];
  return rows.map((row) => (row === '' ? indent.trimEnd() : indent + row));
}
