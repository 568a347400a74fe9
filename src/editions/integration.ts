import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { editionsInWorkers } from './in-workers.ts';
import { markdownOf } from './edition.ts';
import { printEdition } from './print.ts';
import { fileOf, markdownRoute } from './routes.ts';

const PRINT = '/print/';
const WHOLE = '/llms-full.txt';

/**
 * Editions for those who do not click: Markdown of each chapter, all of it in one file, and one page
 * to print. They are made from the finished pages, so that nothing is said twice; the dev server
 * makes them when they are asked for.
 */
export function editions(site: string | null): AstroIntegration {
  return {
    name: 'editions',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const write = (route: string, text: string) => writeFile(fileOf(folder, route), text);
        const shell = await readFile(fileOf(folder, PRINT), 'utf8');
        const routes = listed(shell);
        const guide = routes.filter((route) => route.startsWith('/guide/'));
        const made = await editionsInWorkers(routes, { folder, site, guide });
        const all = routes.flatMap((route) => made.get(route) ?? []);
        await write(
          PRINT,
          printEdition(
            shell,
            all.flatMap(({ chapter }) => chapter ?? []),
          ),
        );
        await write(WHOLE, all.map(({ markdown }) => markdown).join('\n---\n\n'));
        for (const [route, { markdown }] of made) await write(markdownRoute(route), markdown);
        logger.info(`${routes.length} chapters as Markdown and as one page`);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const path = request.url ?? '';
          if (!/^\/(guide|reference)(\/[\w-]+)+\.md$/.test(path)) return next();
          void answer();

          async function answer(): Promise<void> {
            try {
              const route = path.replace(/\.md$/, '/');
              const page = await fetch(new URL(route, `http://${request.headers.host}`));
              const text = markdownOf(route, await page.text(), site);
              response.setHeader('content-type', 'text/markdown; charset=utf-8');
              response.end(text);
            } catch (error) {
              next(error);
            }
          }
        });
      },
    },
  };
}

/** The chapters in reading order, as the shell of the print edition lists them. */
function listed(shell: string): string[] {
  return [...shell.matchAll(/data-chapter="([^"]+)"/g)].flatMap(([, route]) => route ?? []);
}
