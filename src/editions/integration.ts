import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { markdownRoute, toMarkdown } from './markdown.ts';
import { parsePage } from './page.ts';
import type { BuiltPage } from './page.ts';
import { printEdition } from './print.ts';

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
        const routes = await listed(read);
        const texts = await Promise.all(routes.map(async (route) => markdown(route, read, site)));
        await Promise.all(
          routes.map((route, i) => writeFile(file(markdownRoute(route)), texts[i] ?? '')),
        );
        await writeFile(file(WHOLE), texts.join('\n---\n\n'));
        await writeFile(file(PRINT), await print(read));
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
              const text = await markdown(path.replace(/\.md$/, '/'), read, site);
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
async function listed(read: Read): Promise<string[]> {
  const shell = await read(PRINT);
  return [...shell.matchAll(/data-chapter="([^"]+)"/g)].flatMap(([, route]) => route ?? []);
}

async function markdown(route: string, read: Read, site: string): Promise<string> {
  return toMarkdown(await pageOf(route, read), site);
}

async function print(read: Read): Promise<string> {
  const routes = await listed(read);
  const guide = routes.filter((route) => route.startsWith('/guide/'));
  const pages = await Promise.all(guide.map((route) => pageOf(route, read)));
  return printEdition(await read(PRINT), pages);
}

async function pageOf(route: string, read: Read): Promise<BuiltPage> {
  const page = parsePage(route, await read(route));
  if (page === null) throw new Error(`${route} has no article to make an edition of.`);
  return page;
}
