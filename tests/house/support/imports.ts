import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** The root of the project. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** One import: from a file of a folder of the project, to a file or to a package. */
export interface Import {
  /** Path inside the folder, with slashes. */
  readonly from: string;
  /** Path inside the folder, or `package:` and the name as written. */
  readonly to: string;
}

/**
 * Every import of every file of a folder, written with `from`, `import` or `import()`; imports of
 * types are among them.
 */
export function importsOfFolder(folder: string): Import[] {
  // The bench installs other builders beside its own files.
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter(
    (file) => !file.includes('node_modules'),
  );
  return files
    .filter((file) => /\.(?:[cm]?[jt]s|astro|mdx)$/.test(file))
    .flatMap((file) =>
      importsOf(join(folder, file)).map((name) => ({
        from: slashed(file),
        to: target(file, name),
      })),
    );
}

function importsOf(path: string): string[] {
  const text = readFileSync(join(root, path), 'utf8');
  const file = path;
  if (/\.(?:astro|mdx)$/.test(file)) {
    return [...text.matchAll(/(?<![-\w])(?:from|import\s*\(?)\s*['"]([^'"]+)['"]/g)].map(
      (match) => match[1] ?? '',
    );
  }
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

function target(file: string, name: string): string {
  if (name === 'stage-two') return 'model/index.ts';
  if (!name.startsWith('.')) return `package:${name}`;
  return slashed(normalize(join(file, '..', name.replace(/\?.*$/, ''))));
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}
