import { join, sep } from 'node:path';
import type { ViteUserConfig } from 'astro';
import { root } from '../../root.ts';
import { bookData } from '../data.ts';
import { handOver } from './hand-over.ts';
import { contentDir } from '../places.ts';
import { renderReport } from '../report.ts';
import type { BookState } from './state.ts';

type Plugin = Extract<NonNullable<ViteUserConfig['plugins']>[number], { name: string }>;

const DATA = 'virtual:book';
const REPORT = 'virtual:book/report';

/** Gives pages the book as a module, which waits for the running check. */
export function bookVitePlugin(state: BookState, changed: () => void): Plugin {
  return {
    name: 'book',
    // Astro marks every compiled chapter with a directive of its own; the bundler warns at each.
    config: () => ({ build: { rolldownOptions: { checks: { moduleLevelDirective: false } } } }),
    resolveId: (id) => (id === DATA || id === REPORT ? `\0${id}` : null),
    async load(id) {
      if (id !== `\0${DATA}` && id !== `\0${REPORT}`) return null;
      if (id === `\0${REPORT}`) {
        const { problems } = await state.current();
        return `export default ${JSON.stringify(problems.length === 0 ? null : renderReport(problems))};`;
      }
      return handOver(DATA, async () => {
        const { read, runs } = await state.begun();
        return bookData(read, runs.of);
      });
    },
    configureServer(server) {
      const folders = [contentDir(), join(root, 'src/model')];
      server.watcher.add(folders);
      server.watcher.on('all', (_event, path) => {
        if (!folders.some((folder) => path.startsWith(folder + sep))) return;
        state.refresh();
        for (const { moduleGraph, hot } of Object.values(server.environments)) {
          for (const id of [DATA, REPORT]) {
            const module = moduleGraph.getModuleById(`\0${id}`);
            if (module) moduleGraph.invalidateModule(module);
          }
          hot.send({ type: 'full-reload' });
        }
        changed();
      });
    },
  };
}
