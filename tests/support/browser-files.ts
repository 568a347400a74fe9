import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What opens a browser; a test that reaches it by its imports is one in a browser. */
const LAUNCH = 'scripts/browser.ts';

/** The test files under `root` that open a browser, as paths from there. */
export function browserFiles(root: string): string[] {
  const known = new Map<string, boolean>();
  const opens = (file: string): boolean => {
    const before = known.get(file);
    if (before !== undefined) return before;
    known.set(file, file === LAUNCH);
    const found = file === LAUNCH || importsOf(root, file).some(opens);
    known.set(file, found);
    return found;
  };
  return globSync('tests/**/*.test.ts', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter(opens)
    .toSorted();
}

/** The code of src opens no browser, so what it imports is not read. */
function importsOf(root: string, file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/^(?:import|export)(?! type\b)[^;]*?from '(\.[^']+)';/gm)]
    .map(([, name = '']) => join(dirname(file), name).replaceAll('\\', '/'))
    .filter((name) => !name.startsWith('src/') && existsSync(join(root, name)));
}
