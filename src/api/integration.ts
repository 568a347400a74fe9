import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { handOver } from '../book/astro/hand-over.ts';
import { root } from '../root.ts';
import type { ApiEntry } from './api.ts';
import { apiInWorker } from './in-worker.ts';
import { cachedApi } from './cache.ts';
import { renderApiReport, undocumented } from './check.ts';

const MODULE = 'virtual:api';
const MODEL = join(root, 'src/model/');

/** Gives pages the public names of the model. A build ends where one of them has no docstring. */
export function api(): AstroIntegration {
  let begun: Promise<readonly ApiEntry[]> | null = null;
  const names = (): Promise<readonly ApiEntry[]> => begun ?? cachedApi();
  return {
    name: 'api',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command === 'build') begun = apiInWorker();
        // Where the book ends the build first, nobody waits for the names.
        begun?.catch(() => {});
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'api',
                resolveId: (id: string) => (id === MODULE ? `\0${id}` : null),
                load: (id: string) => (id === `\0${MODULE}` ? handOver(MODULE, names) : null),
                handleHotUpdate({ file, server }) {
                  const module = server.moduleGraph.getModuleById(`\0${MODULE}`);
                  if (module && file.startsWith(MODEL)) server.moduleGraph.invalidateModule(module);
                },
              },
            ],
          },
        });
      },
      'astro:build:start': async () => failOn(await names()),
    },
  };
}

function failOn(names: readonly ApiEntry[]): void {
  if (undocumented(names).length === 0) return;
  const error = new Error(`\n${renderApiReport(names)}`);
  // The report is for authors; a stack trace of the check would only bury it.
  error.stack = '';
  throw error;
}
