import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/paths.ts';

/**
 * Writes a content folder with `count` chapters, and what they link to: the project's own, then
 * copies of them. A copy has its own name, title, place and snippet ids, as the checks of the book
 * demand.
 */
export function multiply(count: number, target: string): void {
  const source = join(root, 'content');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(join(target, 'guide'), { recursive: true });
  for (const folder of ['data', 'reference'])
    cpSync(join(source, folder), join(target, folder), { recursive: true });
  const chapters = readdirSync(join(source, 'guide')).map((name) => ({
    slug: name.replace(/\.mdx$/, ''),
    text: readFileSync(join(source, 'guide', name), 'utf8'),
  }));
  for (let i = 0; i < count; i++) {
    const chapter = chapters[i % chapters.length];
    if (!chapter) return;
    const copy = Math.floor(i / chapters.length);
    const name = copy === 0 ? chapter.slug : `${chapter.slug}-${copy}`;
    const text = copy === 0 ? chapter.text : renamed(chapter.text, copy, 1000 + i);
    writeFileSync(join(target, 'guide', `${name}.mdx`), text);
  }
}

function renamed(text: string, copy: number, order: number): string {
  return text
    .replace(/^(title: .*?)(["']?)$/m, `$1 ${copy}$2`)
    .replace(/^order: .*$/m, `order: ${order}`)
    .replaceAll(/^(```ts .*?\bid="[^"]+)"/gm, `$1-${copy}"`);
}
