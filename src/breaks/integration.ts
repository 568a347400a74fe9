import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withBreaks } from './html.ts';

/** breaks lets long names of the finished pages break; it stands behind what reads their words. */
export function breaks(): AstroIntegration {
  return {
    name: 'breaks',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const built = fileURLToPath(dir);
        const names = await readdir(built, { recursive: true });
        for (const name of names.filter((one) => one.endsWith('.html'))) {
          const file = join(built, name);
          await writeFile(file, withBreaks(await readFile(file, 'utf8')));
        }
      },
    },
  };
}
