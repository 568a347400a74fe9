import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** finishedPages is a step of the build that changes the text of each finished page; `folder` has them. */
export const finishedPages = (
  name: string,
  change: (html: string, folder: string) => string,
): AstroIntegration => ({
  name,
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const folder = fileURLToPath(dir);
      await rewritePages(folder, (html) => change(html, folder));
    },
  },
});

/** rewritePages changes each page of a folder, and says how many there are. */
export async function rewritePages(
  folder: string,
  change: (html: string) => string,
): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const pages = names.filter((name) => name.endsWith('.html'));
  for (const page of pages) await rewrite(join(folder, page), change);
  return pages.length;
}

/** rewrite changes the text of a file, and leaves alone one that has it already. */
export async function rewrite(file: string, change: (text: string) => string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const changed = change(text);
  if (changed !== text) await writeFile(file, changed);
}
