import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** The root of the project. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** One import: from a file of `src`, to a file of `src` or to a package. */
export interface Import {
  /** Path inside `src`, with slashes. */
  readonly from: string;
  /** Path inside `src`, or `package:` and the name as written. */
  readonly to: string;
}

/** Every import of every file of `src`, written with `from`, `import` or `import()`. */
export function importsOfSource(): Import[] {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /\.(?:[cm]?[jt]s|astro|mdx)$/.test(file))
    .flatMap((file) =>
      importsOf(file).map((name) => ({ from: slashed(file), to: target(file, name) })),
    );
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, 'src', file), 'utf8');
  if (/\.(?:astro|mdx)$/.test(file)) {
    return [...text.matchAll(/(?:\bfrom|\bimport\s*\(?)\s*['"]([^'"]+)['"]/g)].map(
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
