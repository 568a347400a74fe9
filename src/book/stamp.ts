import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';

/** stamp is a number of what files hold: files and folders by their paths from the project's root. */
export function stamp(paths: readonly string[], ...more: readonly string[]): string {
  const hash = createHash('sha256');
  for (const word of [process.version, ...more]) hash.update(`${word}\n`);
  for (const path of paths)
    for (const file of filesOf(path)) {
      const text = readFileSync(join(root, file));
      hash.update(`${file} ${text.length}\n`).update(text);
    }
  return hash.digest('hex');
}

function filesOf(path: string): string[] {
  if (statSync(join(root, path)).isFile()) return [path];
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .toSorted();
}
