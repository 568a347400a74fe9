// npm run check: every check that is not a test, all of them even when an early one fails.
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { stamp } from '../src/book/stamp.ts';
import { runAll, type Check, type Ended } from './check/run.ts';

// Their own caches do not know the versions of plugins and dictionaries.
const cache = (name: string) => [
  '--cache',
  '--cache-strategy',
  'content',
  '--cache-location',
  join('.cache/check', `${name}-${stamp(['package-lock.json']).slice(0, 16)}`),
];

/** The longest first, so that the last to end has not begun last. */
const CHECKS: readonly Check[] = [
  { name: 'types', argv: ['astro', 'check', '--minimumFailingSeverity', 'hint'] },
  { name: 'format', argv: ['prettier', '--check', '--log-level', 'warn', ...cache('format'), '.'] },
  {
    name: 'spelling',
    argv: ['cspell', '--no-progress', '--no-summary', '--show-suggestions', ...cache('spelling')],
  },
  { name: 'content', argv: ['node', 'src/book/cli.ts', 'check'] },
  { name: 'api', argv: ['node', 'src/api/cli.ts'] },
  { name: 'unused', argv: ['knip'] },
  { name: 'lint', argv: ['oxlint', '--deny-warnings'] },
  { name: 'lock', argv: ['node', 'scripts/lock.ts', '--check'] },
];

/** Prints what a check said, then one line on how it ended. */
function report({ name, ok, output, seconds }: Ended): void {
  const said = output === '' || output.endsWith('\n') ? output : `${output}\n`;
  process.stdout.write(`${said}${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)\n`);
}

const failed = await runAll(CHECKS, Math.min(availableParallelism(), 2), report);
if (failed.length > 0) console.error(`check failed: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
