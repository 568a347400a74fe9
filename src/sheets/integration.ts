import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { rewritePages } from '../finished.ts';
import { withSheets } from './html.ts';

/** Where all sheets are, whatever folder of its host the site stands in. */
const BUNDLED = '_astro/';

/**
 * sheets puts the sheet of a page that readers enter by into the page: the first paint waits for one way to
 * the host instead of two. Other pages ask for theirs, which the browser has kept by then.
 */
export const sheets = (): AstroIntegration => ({
  name: 'sheets',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const texts = new Map<string, string>();
      const read = (address: string): string => {
        const name = address.slice(address.indexOf(BUNDLED));
        const text = texts.get(name) ?? readFileSync(join(fileURLToPath(dir), name), 'utf8');
        texts.set(name, text);
        return text;
      };
      await rewritePages(fileURLToPath(dir), (html) => withSheets(html, read));
    },
  },
});
