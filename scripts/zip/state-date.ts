import { execFileSync } from 'node:child_process';
import { root } from '../../src/root.ts';

/**
 * stateDate is the date of what is built: `SOURCE_DATE_EPOCH` in seconds, where it is set, as reproducible
 * builds have it; else that of the last commit; null where there is neither. Throws where the variable is
 * set to something else.
 */
export function stateDate(env: NodeJS.ProcessEnv = process.env): Date | null {
  const given = env['SOURCE_DATE_EPOCH'];
  if (given !== undefined) {
    if (/^\d{9,10}$/.test(given)) return new Date(Number(given) * 1000);
    throw new Error(
      `SOURCE_DATE_EPOCH: received ${JSON.stringify(given)}; expected seconds since 1970; example: 1764547200`,
    );
  }
  try {
    const args = ['log', '-1', '--format=%ct'];
    const seconds = execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: 'pipe' });
    return new Date(Number(seconds) * 1000);
  } catch {
    return null;
  }
}
