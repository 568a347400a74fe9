import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { Loader } from 'astro/loaders';
import { root } from '../../root.ts';
import { contentDir, type Folder } from '../places.ts';

/**
 * The chapters of a section as Astro has to know them: which files there are. The book reads what they
 * say, and the module of one is made when its page is; so an edit changes nothing here, and a browser
 * loads the page again once for it.
 */
export function chapterFiles(section: Folder): Loader {
  const folder = join(contentDir(), section);
  const idOf = (path: string): string | null =>
    dirname(path) === folder && path.endsWith('.mdx') ? basename(path, '.mdx') : null;
  return {
    name: 'chapter-files',
    async load({ store, watcher }) {
      const add = (path: string): void => {
        const id = idOf(path);
        const filePath = relative(root, path).replaceAll(sep, '/');
        if (id !== null) store.set({ id, data: {}, filePath, deferredRender: true });
      };
      const remove = (path: string): void => {
        const id = idOf(path);
        if (id !== null) store.delete(id);
      };
      store.clear();
      const names = existsSync(folder) ? readdirSync(folder) : [];
      // A folder of such a name is no chapter, and neither is a link that leads nowhere.
      for (const path of names.toSorted().map((name) => join(folder, name)))
        if (statSync(path, { throwIfNoEntry: false })?.isFile()) add(path);
      watcher?.add(folder);
      watcher?.on('add', add);
      watcher?.on('unlink', remove);
    },
  };
}
