import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { Kept } from '../../src/book/kept.ts';

/** Files of the site by their paths in its folder, with slashes. */
type Files = ReadonlyMap<string, Uint8Array>;

/** A site is large: the last one stays, and the one before, which may be a hosted copy. */
const SITES = 2;

/** Astro leaves this alone too: a folder of built pages may be published from it. */
const NOT_OURS = '.git';

/** The whole site that an earlier build made from the same inputs, under the stamp of these. */
export class KeptSite {
  readonly #kept: Kept<Files>;

  constructor(stamp: string, folder?: string) {
    this.#kept = new Kept('site', stamp, folder, SITES);
  }

  /** Writes it in the place of what a folder holds; the number of files, 0 where none is kept. */
  restore(folder: string): number {
    const files = this.#kept.get('');
    if (files === undefined) return 0;
    for (const name of existsSync(folder) ? readdirSync(folder) : [])
      if (name !== NOT_OURS) rmSync(join(folder, name), { recursive: true, force: true });
    const made = new Set<string>();
    for (const [path, bytes] of files) {
      const file = join(folder, path);
      if (!made.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
      made.add(dirname(file));
      writeFileSync(file, bytes);
    }
    return files.size;
  }

  /** Keeps the site that a folder holds. */
  keep(folder: string): void {
    this.#kept.set('', filesOf(folder));
    this.#kept.save();
  }
}

function filesOf(folder: string): Files {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.split(sep).join('/'))
    .filter((path) => !path.startsWith(`${NOT_OURS}/`));
  return new Map(files.toSorted().map((path) => [path, readFileSync(join(folder, path))] as const));
}
