import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nearest } from '../../model/index.ts';
import type { Page } from '../page/page.ts';
import { root } from '../places.ts';
import type { Problem } from '../problems.ts';
import { PROVIDED } from './provided.ts';

/** Imports that lead nowhere, and components that are neither provided nor imported. */
export function checkComponents(page: Page): Problem[] {
  const known = new Set<string>([...PROVIDED, ...page.imports.flatMap(({ names }) => names)]);
  const unknown = page.elements.filter(({ name }) => {
    const [first = ''] = name.split('.');
    return /^\p{Lu}/u.test(first) && !known.has(first);
  });
  return [
    ...page.imports.filter(({ specifier }) => !exists(specifier, page)).map(importMissing),
    ...unknown.map(({ name, line }): Problem => {
      const near = nearest(name, known);
      return {
        code: 'component-unknown',
        file: page.file,
        line,
        received: `<${name}>`,
        expected: 'a component that the page imports, or that every page has',
        remedy: near === null ? `Import ${name}, or remove it.` : `Write <${near}>.`,
      };
    }),
  ];

  function importMissing({ specifier, line }: { specifier: string; line: number }): Problem {
    return {
      code: 'import-missing',
      file: page.file,
      line,
      received: specifier,
      expected: 'the path of a file, from the folder of the page',
      remedy: 'Correct the path.',
    };
  }
}

/** Packages are left to the bundler. */
function exists(specifier: string, page: Page): boolean {
  if (specifier.startsWith('/')) return existsSync(join(root, specifier));
  return !specifier.startsWith('.') || existsSync(join(dirname(page.path), specifier));
}
