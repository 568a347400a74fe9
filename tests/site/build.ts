import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { siteStamp } from '../../scripts/build/site-stamp.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = join(root, '.cache');
const lock = join(cache, 'site.lock');
/** As a copy is built that somebody hosts: with an address of its own and links to its sources. */
export const HOSTED = {
  STAGE_TWO_URL: 'https://guide.example',
  STAGE_TWO_EDIT: 'https://forge.example/edit/main/',
} as const;

/** As a copy is built that stands in a folder of its host, and not in a name that needs no care. */
export const IN_FOLDER = { STAGE_TWO_URL: 'https://host.example/stage two/' } as const;
/** That folder, as addresses have it. */
export const FOLDER = '/stage%20two/';

/** Patience for a build that waits for others: a busy machine must not fail a test. */
export const BUILD_MS = 900_000;

/** The folder of the built site. It is built where its inputs have changed, once for all test files. */
export const builtSite = (): Promise<string> => builtAs('site', HOSTED);

/** The folder of the site that stands in a folder. */
export const builtInFolder = (): Promise<string> => builtAs('site-in-folder', IN_FOLDER);

async function builtAs(name: string, variables: NodeJS.ProcessEnv): Promise<string> {
  const dist = join(cache, name);
  const built = join(cache, `${name}.stamp`);
  mkdirSync(cache, { recursive: true });
  await take();
  try {
    const now = siteStamp(environment(variables));
    if (existsSync(built) && readFileSync(built, 'utf8') === now) return dist;
    rmSync(built, { force: true });
    build(dist, variables);
    writeFileSync(built, now);
    return dist;
  } finally {
    rmSync(lock);
  }
}

/** One process at a time; a lock whose process is gone holds nobody. */
async function take(): Promise<void> {
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return;
    } catch {
      const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
      if (holder > 0 && !isAlive(holder)) rmSync(lock, { force: true });
      await wait(100);
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Builds the site into a folder as `npm run build` does, here or in a copy of the project; what it said. */
export function build(outDir: string, more: NodeJS.ProcessEnv = {}, project = root): string {
  try {
    return execFileSync(process.execPath, ['scripts/build.ts', '--outDir', outDir], {
      cwd: project,
      encoding: 'utf8',
      stdio: 'pipe',
      env: environment(more),
    });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`The site does not build.\n${stdout}\n${stderr}`, { cause: error });
  }
}

/** Where it sees the test runner, Astro makes other pages. */
function environment(more: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { VITEST: _, NODE_ENV: __, ...env } = process.env;
  return { ...env, ASTRO_TELEMETRY_DISABLED: '1', ...more };
}
