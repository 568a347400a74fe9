import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decompress } from 'wawoff2';
import { root } from '../root.ts';

const FOLDER = join(root, 'src/styles/fonts');

/** The fonts of the site as they are served, by their files. */
export const servedFonts = (): Buffer[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.woff2'))
    .toSorted()
    .map((name) => readFileSync(join(FOLDER, name)));

/** The same fonts as the rasteriser reads them, in files of a folder. */
export async function rawFonts(served: readonly Buffer[], folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const files: string[] = [];
  // One after the other: the decoder has one memory.
  for (const [nth, font] of served.entries()) {
    const file = join(folder, `${nth}.ttf`);
    writeFileSync(file, await decompress(font));
    files.push(file);
  }
  return files;
}
