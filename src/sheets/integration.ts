import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { finishedPages } from '../finished.ts';
import { withSheets } from './html.ts';

/** Where all sheets are, whatever folder of its host the site stands in. */
const BUNDLED = '_astro/';

/**
 * sheets puts the sheet of a page that readers enter by into the page: the first paint waits for one way to
 * the host instead of two. Other pages ask for theirs, which the browser has kept by then.
 */
export const sheets = (): AstroIntegration =>
  finishedPages('sheets', (html, folder) =>
    withSheets(html, (address) =>
      readFileSync(join(folder, address.slice(address.indexOf(BUNDLED))), 'utf8'),
    ),
  );
