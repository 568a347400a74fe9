import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { inAscii } from './html.ts';

/**
 * ascii writes the finished pages in ASCII. One sign beyond it, such as a quotation mark, and Chromium keeps the
 * whole page in two bytes a sign, and takes four times as long to decode it, before the first paint.
 */
export function ascii(): AstroIntegration {
  return {
    name: 'ascii',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const built = fileURLToPath(dir);
        const names = await readdir(built, { recursive: true });
        for (const name of names.filter((one) => one.endsWith('.html'))) {
          const file = join(built, name);
          await writeFile(file, inAscii(await readFile(file, 'utf8')));
        }
      },
    },
  };
}
