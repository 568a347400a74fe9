import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { readUrl } from '../../src/address.ts';
import { root } from '../../src/root.ts';
import { KeptSite } from './kept-site.ts';
import { siteStamp } from './site-stamp.ts';

/**
 * The folder that a build with these arguments writes to; null where there are others, which may change
 * what comes out, and where the folder has more in it than a site.
 */
export function outDirOf(args: readonly string[]): string | null {
  const [first = '--outDir=dist', ...rest] = args;
  const named = first === '--outDir' ? rest.splice(0, 1)[0] : /^--outDir=(.+)$/.exec(first)?.[1];
  if (!named || named.startsWith('-') || rest.length > 0) return null;
  const folder = resolve(root, named);
  const up = relative(folder, root);
  const holdsProject = up === '' || (!isAbsolute(up) && !up.startsWith('..'));
  return holdsProject ? null : folder;
}

/**
 * buildSite is `astro build` that takes the whole site from what was kept where nothing has changed since.
 * Gives the exit code. A wrong address of the site is refused before anything begins.
 */
export async function buildSite(args: readonly string[]): Promise<number> {
  const url = process.env['STAGE_TWO_URL'] ?? '';
  const read = url === '' ? null : readUrl(url);
  if (read?.ok === false) {
    console.error(read.says);
    return 2;
  }
  const outDir = outDirOf(args);
  if (outDir === null) return astroBuild(args);
  const stamp = siteStamp();
  const kept = new KeptSite(stamp);
  const files = restored(kept, outDir);
  if (files > 0) {
    console.log(
      `Nothing has changed since the site was built: ${files} files as they were kept, in ` +
        `${relative(root, outDir) || outDir}. Remove .cache/kept to build anew.`,
    );
    return 0;
  }
  const code = await astroBuild(args);
  // What was edited meanwhile may be in it or not.
  if (code === 0 && siteStamp() === stamp) kept.keep(outDir);
  return code;
}

/** A folder that cannot be written is Astro's to report. */
function restored(kept: KeptSite, outDir: string): number {
  try {
    return kept.restore(outDir);
  } catch {
    return 0;
  }
}

/** A build makes much that it soon drops: with more room for it, an eighth of its processor time is saved. */
const ROOM = '--max-semi-space-size=64';

function astroBuild(args: readonly string[]): Promise<number> {
  const astro = join(root, 'node_modules/astro/bin/astro.mjs');
  const command = [ROOM, astro, 'build', ...args];
  const child = spawn(process.execPath, command, { cwd: root, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => child.kill(signal));
  return new Promise((done) => {
    child.on('error', ({ message }) => {
      console.error(`astro: ${message}; remedy: run npm ci first`);
      done(2);
    });
    child.on('exit', (code, signal) => done(code ?? 128 + constants.signals[signal ?? 'SIGTERM']));
  });
}
