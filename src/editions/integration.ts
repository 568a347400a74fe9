import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { toMarkdown } from './markdown.ts';
import type { BuiltPage } from './page.ts';
import { printEdition } from './print.ts';
import { markdownRoute } from './routes.ts';
import { stillPage } from './still.ts';

const PRINT = '/print/';
const WHOLE = '/llms-full.txt';

type Read = (route: string) => Promise<string>;

/**
 * Editions for those who do not click: Markdown of each chapter, all of it in one file, and one page
 * to print. They are made from the finished pages, so that nothing is said twice; the dev server
 * makes them when they are asked for.
 */
export function editions(site: string): AstroIntegration {
  return {
    name: 'editions',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const file = (route: string) =>
          join(folder, route, route.endsWith('/') ? 'index.html' : '');
        const read: Read = (route) => readFile(file(route), 'utf8');
        const shell = await read(PRINT);
        const routes = listed(shell);
        const print = printEdition(shell, routes.filter(inGuide));
        const texts: string[] = [];
        for (const route of routes) {
          // One page at a time: the trees of them all take longer to keep than to make.
          const page = await pageOf(route, read);
          if (inGuide(route)) print.add(page);
          const text = toMarkdown(page, site);
          await writeFile(file(markdownRoute(route)), text);
          texts.push(text);
        }
        await writeFile(file(PRINT), print.finish());
        await writeFile(file(WHOLE), texts.join('\n---\n\n'));
        logger.info(`${routes.length} chapters as Markdown and as one page`);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const path = request.url ?? '';
          if (!/^\/(guide|reference)\/[\w-]+\.md$/.test(path)) return next();
          const read: Read = async (page) =>
            (await fetch(new URL(page, `http://${request.headers.host}`))).text();
          void answer();

          async function answer(): Promise<void> {
            try {
              const text = toMarkdown(await pageOf(path.replace(/\.md$/, '/'), read), site);
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

const inGuide = (route: string): boolean => route.startsWith('/guide/');

/** The chapters in reading order, as the shell of the print edition lists them. */
function listed(shell: string): string[] {
  return [...shell.matchAll(/data-chapter="([^"]+)"/g)].flatMap(([, route]) => route ?? []);
}

async function pageOf(route: string, read: Read): Promise<BuiltPage> {
  const page = stillPage(route, await read(route));
  if (page === null) throw new Error(`${route} has no article to make an edition of.`);
  return page;
}
