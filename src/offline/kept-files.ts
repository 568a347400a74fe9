import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Edition, EditionFile } from './edition.ts';

/**
 * What no reader without a network misses in the book: what is for other programs, the whole book once more,
 * pictures of links, single sources and kernels (their lists are kept), boxes of Pagefind that no page has.
 */
const LEFT_OUT = [
  /^(_headers|robots\.txt|rss\.xml|llms.*\.txt|sitemap.*\.xml|404\.html)$/,
  /\.(mdx?|gz|br)$/,
  /^(print|previews)\//,
  /^(sources|observations)\/.+\//,
  /^(preview|touch-icon)\.png$/,
  /^pagefind\/pagefind-(component-ui|modular-ui|highlight)\./,
  /^pagefind\/wasm\.unknown\./,
];

const isKept = (file: string): boolean => !LEFT_OUT.some((pattern) => pattern.test(file));

/** editionOf lists what a browser may keep of a built site. */
export async function editionOf(folder: string, version: string): Promise<Edition> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length))
    .map((name) => name.split(sep).join('/'))
    .filter(isKept)
    .toSorted();
  let bytes = 0;
  const files: EditionFile[] = [];
  for (const name of names) {
    const content = await readFile(join(folder, name));
    bytes += content.length;
    const sum = createHash('sha256').update(content).digest('base64');
    files.push([name.replace(/(^|\/)index\.html$/, '$1'), `sha256-${sum}`]);
  }
  const id = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 12);
  return { id, version, bytes, files };
}
