import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BenchFailure } from '../support/failure.ts';
import { exec } from '../support/exec.ts';
import { peersDir } from '../support/paths.ts';

/** Installs the pinned peers, once for each state of their lock. No install script runs. */
export async function installPeers(): Promise<void> {
  if (isInstalled()) return;
  process.stderr.write('installing the peers ...\n');
  try {
    await exec({ argv: ['npm', 'ci', '--ignore-scripts'], cwd: peersDir });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new BenchFailure(`the peers cannot be installed: ${reason}`);
  }
}

/** npm writes its own lock into node_modules at the end of an installation. */
function isInstalled(): boolean {
  const inner = join(peersDir, 'node_modules/.package-lock.json');
  if (!existsSync(inner)) return false;
  const have = packages(inner);
  return Object.entries(packages(join(peersDir, 'package-lock.json'))).every(
    ([path, { version, optional }]) => path === '' || optional || have[path]?.version === version,
  );
}

function packages(lock: string): Record<string, { version?: string; optional?: boolean }> {
  return JSON.parse(readFileSync(lock, 'utf8')).packages;
}

/** The installed version of a peer or tool. */
export function versionOf(name: string): string {
  const file = join(peersDir, 'node_modules', name, 'package.json');
  return JSON.parse(readFileSync(file, 'utf8')).version;
}
