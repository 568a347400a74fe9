import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { root } from '../root.ts';

/**
 * stamp is a number of what files hold: files and folders by their paths, from the project's root where
 * they are not absolute. A link counts as what it leads to. Throws where one of the paths is not there.
 */
export function stamp(paths: readonly string[], ...more: readonly string[]): string {
  const hash = createHash('sha256');
  for (const word of [process.version, ...more]) hash.update(`${word}\n`);
  for (const path of paths)
    for (const file of filesOf(resolve(root, path))) {
      const text = readFileSync(file);
      hash.update(`${relative(root, file)} ${text.length}\n`).update(text);
    }
  return hash.digest('hex');
}

/** Files in and under a path, in one order; `above` has the folders through which it was reached. */
function filesOf(path: string, above: readonly string[] = []): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const real = realpathSync(path);
  if (above.includes(real)) return [];
  return readdirSync(path, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inner = join(path, entry.name);
      if (entry.isFile()) return [inner];
      if (entry.isDirectory()) return filesOf(inner, [...above, real]);
      return entry.isSymbolicLink() && leads(inner) ? filesOf(inner, [...above, real]) : [];
    });
}

/** Whether a link leads to a file or a folder: not to nothing, not in a circle, not to a device. */
function leads(link: string): boolean {
  try {
    const stat = statSync(link);
    return stat.isFile() || stat.isDirectory();
  } catch {
    return false;
  }
}
