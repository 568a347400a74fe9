import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exec } from '../support/exec.ts';
import { BenchFailure } from '../support/failure.ts';
import { peersDir } from '../support/paths.ts';
import { progress } from '../support/progress.ts';

/** Says which lock the installed packages come from. */
const STAMP = join(peersDir, 'node_modules/.installed-lock');

/** Installs the pinned peers, once for each state of their lock. No install script runs. */
export async function installPeers(): Promise<void> {
  const lock = readFileSync(join(peersDir, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return;
  progress('installing the peers');
  try {
    await exec({ argv: ['npm', 'ci', '--ignore-scripts', '--loglevel=error'], cwd: peersDir });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new BenchFailure(`the peers cannot be installed: ${reason}`);
  }
  writeFileSync(STAMP, hash);
}

/** The installed version of a peer or tool. */
export function versionOf(name: string): string {
  const file = join(peersDir, 'node_modules', name, 'package.json');
  return JSON.parse(readFileSync(file, 'utf8')).version;
}
