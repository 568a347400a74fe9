import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = join(root, '.cache');
const dist = join(cache, 'site');
const stamp = join(cache, 'site.stamp');
const lock = join(cache, 'site.lock');
const astro = join(root, 'node_modules/astro/bin/astro.mjs');
/** As a copy is built that somebody hosts: with an address of its own and links to its sources. */
export const HOSTED = {
  STAGE_TWO_URL: 'https://guide.example',
  STAGE_TWO_EDIT: 'https://forge.example/edit/main/',
} as const;
const INPUTS = ['src', 'content', 'public', 'astro.config.mjs', 'package-lock.json'];
/** A build takes seconds; a lock that is older was left by a run that was killed. */
const STALE_LOCK_MS = 180_000;

/** The folder of the built site. Builds it where its inputs have changed, once for all test files. */
export async function builtSite(): Promise<string> {
  mkdirSync(cache, { recursive: true });
  await take();
  try {
    const now = fingerprint();
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return dist;
    rmSync(stamp, { force: true });
    build(dist, HOSTED);
    writeFileSync(stamp, now);
    return dist;
  } finally {
    rmSync(lock, { recursive: true });
  }
}

async function take(): Promise<void> {
  for (;;) {
    try {
      mkdirSync(lock);
      return;
    } catch {
      const age = existsSync(lock) ? Date.now() - statSync(lock).mtimeMs : 0;
      if (age > STALE_LOCK_MS) rmSync(lock, { recursive: true, force: true });
      await wait(100);
    }
  }
}

/** Builds the site into a folder. */
export function build(outDir: string, more: NodeJS.ProcessEnv = {}): void {
  const { VITEST: _, NODE_ENV: __, ...env } = process.env;
  try {
    execFileSync(process.execPath, [astro, 'build', '--outDir', outDir], {
      cwd: root,
      encoding: 'utf8',
      stdio: 'pipe',
      env: { ...env, ASTRO_TELEMETRY_DISABLED: '1', ...more },
    });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`The site does not build.\n${stdout}\n${stderr}`, { cause: error });
  }
}

function fingerprint(): string {
  const hash = createHash('sha256').update(JSON.stringify(HOSTED));
  for (const input of INPUTS) {
    const path = join(root, input);
    const files = statSync(path).isFile()
      ? [path]
      : readdirSync(path, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name));
    for (const file of files.toSorted()) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${file} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}
