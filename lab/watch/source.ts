import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { linuxOf, seriesOf, type KernelText } from '../../src/observations/watch/drift.ts';
import { WATCHED } from '../../src/observations/watch/functions.ts';
import type { Folder } from '../folder.ts';
import type { Apt } from '../packages/apt.ts';
import { brokenPackage } from '../packages/extract.ts';
import { fileOf, type Package } from '../packages/package.ts';
import { run } from '../process/spawn.ts';
import { bodiesOf } from './body.ts';

/** Where the watched functions stand; the rest of the source is not unpacked. */
const FOLDERS = ['arch/arm64/kvm', 'arch/arm64/include/asm', 'virt/kvm', 'include/linux'] as const;

/** A source package holds an archive of its own. */
const PIPE =
  'set -o pipefail; dpkg-deb --fsys-tarfile "$1" | tar -xO "./usr/src/$3.tar.xz" | ' +
  'tar -xJ -C "$2" --strip-components=1 --no-same-owner "${@:4}"';

/** Whether a package is the source of Linux, and not the one that depends on the newest. */
export const isSource = (name: string): boolean => /^linux-source-\d+\.\d+$/.test(name);

/**
 * readSource returns the text of the watched functions in a source package, as hashes. It downloads the
 * package where it was never read, keeps the hashes, and stores no source. What was kept torn is read again,
 * and `say` hears of it.
 */
export async function readSource(
  folder: Folder,
  apt: Apt,
  one: Package,
  say: (line: string) => void,
): Promise<KernelText> {
  const kept = join(folder.top, 'watch', `${one.sha256}.json`);
  const read = existsSync(kept) ? readHashes(kept) : null;
  if (read === null && existsSync(kept))
    say(
      `what was kept of Linux ${linuxOf(one.version)} is torn, or of other functions: it is read again`,
    );
  const functions = read ?? (await hashesOf(folder, apt, one));
  if (read === null) {
    mkdirSync(join(folder.top, 'watch'), { recursive: true });
    writeFileSync(kept, JSON.stringify(functions));
  }
  return { package: one.name, version: one.version, suite: one.suite, functions };
}

type Hashes = KernelText['functions'];

/** What an earlier run kept; null where it is torn or of another list of functions. */
function readHashes(file: string): Hashes | null {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Hashes;
    return Object.keys(kept).join() === WATCHED.join() ? kept : null;
  } catch {
    return null;
  }
}

async function hashesOf(folder: Folder, apt: Apt, one: Package): Promise<Hashes> {
  const deb = join(folder.debs, fileOf(one));
  const path = join(folder.top, 'watch', `linux-${seriesOf(one.version)}`);
  await apt.download([one]);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  try {
    const choice = FOLDERS.map((at) => `${one.name}/${at}`);
    const { code, err } = await run('bash', ['-c', PIPE, 'source', deb, path, one.name, ...choice]);
    if (code !== 0) throw brokenPackage(deb, 'a whole package of the source of Linux', err);
    return hashesIn(filesIn(path));
  } finally {
    for (const each of [path, deb]) rmSync(each, { recursive: true, force: true });
  }
}

function filesIn(path: string): string[] {
  return FOLDERS.flatMap((at) => {
    const names = readdirSync(join(path, at), { recursive: true, encoding: 'utf8' });
    return names
      .filter((name) => /\.[ch]$/.test(name))
      .toSorted()
      .map((name) => readFileSync(join(path, at, name), 'utf8'));
  });
}

/** The hash of each watched function in files of C; where one is defined twice, of both. */
export function hashesIn(files: readonly string[]): Hashes {
  return Object.fromEntries(
    WATCHED.map((name) => {
      const bodies = files
        .filter((text) => text.includes(`${name}(`))
        .flatMap((text) => bodiesOf(text, name));
      const hash = createHash('sha256').update(bodies.join('\n')).digest('hex').slice(0, 16);
      return [name, bodies.length === 0 ? null : hash];
    }),
  );
}
