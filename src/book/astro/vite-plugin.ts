import { join, sep } from 'node:path';
import type { ViteUserConfig } from 'astro';
import { root } from '../../root.ts';
import { handOver } from './hand-over.ts';
import { invalidate } from './invalidate.ts';
import { LiveBook } from './live-book.ts';
import { contentDir } from '../places.ts';
import { renderReport } from '../report.ts';
import type { BookState } from './state.ts';

type Plugin = Extract<NonNullable<ViteUserConfig['plugins']>[number], { name: string }>;

const DATA = 'virtual:book';
const REPORT = 'virtual:book/report';

/** Gives pages the book as a module; in dev each request waits for the running check. */
export function bookVitePlugin(state: BookState, changed: () => void): Plugin {
  const book = new LiveBook(state);
  return {
    name: 'book',
    // Astro marks every compiled chapter with a directive of its own; the bundler warns at each.
    config: () => ({ build: { rolldownOptions: { checks: { moduleLevelDirective: false } } } }),
    resolveId: (id) => (id === DATA || id === REPORT ? `\0${id}` : null),
    async load(id) {
      if (id === `\0${DATA}`) return handOver(DATA, () => book.ready());
      if (id !== `\0${REPORT}`) return null;
      const { problems } = await state.current();
      return `export default ${JSON.stringify(problems.length === 0 ? null : renderReport(problems))};`;
    },
    configureServer(server) {
      const lists = join(contentDir(), 'data') + sep;
      const folders = [contentDir(), join(root, 'src/model')];
      server.watcher.add(folders);
      server.middlewares.use(async (_request, _response, next) => {
        next(
          await book.ready().then(
            () => undefined,
            (error: unknown) => error,
          ),
        );
      });
      server.watcher.on('all', (_event, path) => {
        if (!folders.some((folder) => path.startsWith(folder + sep))) return;
        state.refresh();
        const { client, ...others } = server.environments;
        invalidate(client, `\0${REPORT}`);
        for (const environment of Object.values(others)) {
          // Modules of the shell keep what follows from lists, and nothing that follows from pages.
          if (path.startsWith(lists)) invalidate(environment, `\0${DATA}`);
          // Which pages there are, and their titles, Astro keeps until it hears of a change.
          environment.hot.send('astro:content-changed', {});
        }
        // Astro tells the browser of a file that a page was made from; of all others we do, once it is read.
        const told = Object.values(others).some(
          ({ moduleGraph }) => (moduleGraph.getModulesByFile(path)?.size ?? 0) > 0,
        );
        const reload = (): void => client?.hot.send({ type: 'full-reload' });
        if (!told) void state.begun().then(reload, reload);
        changed();
      });
    },
  };
}
