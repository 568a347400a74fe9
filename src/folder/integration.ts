import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { served } from '../address.ts';
import { rewrite, rewritePages } from '../finished.ts';
import { inFolder } from './html.ts';

/**
 * folder lets a built site stand in a folder of its host. While it is made all addresses are rooted; this
 * stands last and puts the folder before those of the finished pages, and of the rules for the host.
 * The dev server has no folder.
 */
export function folder(base: string): AstroIntegration {
  return {
    name: 'folder',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (base === '/' || (command !== 'build' && command !== 'preview')) return;
        updateConfig({
          // A build does not find its own routes where it is encoded; a preview takes it as a browser asks.
          base: command === 'build' ? decodeURI(base) : base,
          // Scripts hold it against the address of the page, which is encoded.
          vite: { define: { 'import.meta.env.BASE_URL': JSON.stringify(base) } },
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        if (base === '/') return;
        const built = fileURLToPath(dir);
        const pages = await rewritePages(built, (html) => inFolder(html, base));
        await rewrite(join(built, '_headers'), (text) =>
          text.replace(/^\/.*$/gm, (path) => served(path, base)),
        );
        logger.info(`${pages} pages lead into ${base}`);
      },
    },
  };
}
