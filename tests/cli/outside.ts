import { readFileSync } from 'node:fs';
import { run } from '../../src/cli/run.ts';

/** What a command line printed, and its exit code. */
export interface Ran {
  readonly code: number;
  readonly out: string[];
  readonly err: string[];
}

/** Runs a command line without a process; `files` stand in for those of the disk, `-` for standard input. */
export function ran(
  line: string | readonly string[],
  files: Readonly<Record<string, string>> = {},
): Ran {
  const out: string[] = [];
  const err: string[] = [];
  const args = typeof line === 'string' ? line.split(' ').filter((word) => word !== '') : line;
  const code = run(args, {
    out: (text) => out.push(...text.split('\n')),
    err: (text) => err.push(...text.split('\n')),
    readFile: (path) => files[path] ?? readFileSync(path, 'utf8'),
    readInput: () => files['-'] ?? '',
  });
  return { code, out, err };
}
