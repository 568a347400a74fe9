import { readFileSync } from 'node:fs';
import { outlets } from './outlets.ts';
import { run } from './run.ts';

/** Exit code where the answer was found and could not be printed. */
const NOT_PRINTED = 2;

const lines = outlets(process.stdout, process.stderr, () => {
  // Streams fail after the command has ended, so its own code stands here, if it is one of trouble.
  process.exitCode = process.exitCode || NOT_PRINTED;
});

process.exitCode = run(process.argv.slice(2), {
  ...lines,
  readFile: (path) => readFileSync(path, 'utf8'),
  readInput: (wait) => (process.stdin.isTTY && !wait ? '' : readFileSync(0, 'utf8')),
});
