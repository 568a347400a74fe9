// npm run check: every check that is not a test, all of them even when an early one fails.
import { spawnSync } from 'node:child_process';

const CHECKS: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['types', 'astro', 'check', '--minimumFailingSeverity', 'hint'],
  ['content', 'node', 'src/book/cli.ts', 'check'],
  ['api', 'node', 'src/api/cli.ts'],
  ['lint', 'oxlint', '--deny-warnings'],
  ['format', 'prettier', '--check', '--log-level', 'warn', '.'],
  ['unused', 'knip'],
  ['spelling', 'cspell', '--no-progress', '--no-summary', '--show-suggestions'],
  ['lock', 'node', 'scripts/lock.ts', '--check'],
];

const failed: string[] = [];
for (const [name, command, ...args] of CHECKS) {
  const started = performance.now();
  const { status, error } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  if (error) console.error(`${command}: ${error.message}; run it through npm: npm run check`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (status !== 0) failed.push(name);
}
if (failed.length > 0) console.error(`check failed: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
