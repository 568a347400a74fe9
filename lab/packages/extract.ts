import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LabFailure } from '../cli/failure.ts';
import type { Folder } from '../folder.ts';
import { lastLines, run } from '../process/spawn.ts';
import { markOf, type Component } from './component.ts';
import { fileOf, type Package } from './package.ts';

/** Drivers, documents and debug symbols that the lab never reads: most of an image package. */
const LEFT_OUT = ['lib/modules/*/kernel', 'usr/share/doc', 'usr/share/man', 'usr/share/locale'];

/** dpkg-deb -x takes no exclusions, so that tar does the second half. */
const PIPE =
  'set -o pipefail; dpkg-deb --fsys-tarfile "$1" | tar -x -C "$2" --no-same-owner "${@:3}"';

/** What a component takes of its packages. */
export interface Extraction {
  readonly packages: readonly Package[];
  /** The kernel that they are, or that they belong to; null for tools. */
  readonly kernel: { readonly release: string; readonly image: Package } | null;
  /** Folders of the kernel's modules that are all that is wanted; else everything but modules. */
  readonly modules?: readonly string[];
}

/** Extracts packages into the component's folder, and marks it whole. Nothing is installed. */
export async function extract(
  folder: Folder,
  name: string,
  { packages, kernel, modules }: Extraction,
): Promise<Component> {
  const path = join(folder.components, name);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  const choice =
    modules === undefined
      ? LEFT_OUT.map((one) => `--exclude=./${one}`)
      : ['--wildcards', ...modules.map((one) => `./*lib/modules/*/kernel/${one}/*`)];
  for (const one of packages) await extractOne(join(folder.debs, fileOf(one)), path, choice);
  const listed =
    kernel === null
      ? packages
      : [kernel.image, ...packages.filter((p) => p.name !== kernel.image.name)];
  const component = {
    name,
    path,
    release: kernel?.release ?? null,
    packages: listed.map(({ name: of, version, suite }) => ({ name: of, version, suite })),
  };
  writeFileSync(markOf(folder, name), `${JSON.stringify(component, null, 2)}\n`);
  return component;
}

async function extractOne(deb: string, path: string, choice: readonly string[]): Promise<void> {
  const { code, err } = await run('bash', ['-c', PIPE, 'extract', deb, path, ...choice]);
  if (code === 0) return;
  throw brokenPackage(deb, 'a whole package', err);
}

/** Deletes a package that cannot be extracted, so that the next run downloads it again, and says so. */
export function brokenPackage(deb: string, expected: string, err: string): LabFailure {
  rmSync(deb, { force: true });
  return new LabFailure(
    'broken-package',
    `a package that cannot be extracted, ${deb}`,
    expected,
    'it was deleted; run again to download it',
    lastLines(err, 5),
  );
}
