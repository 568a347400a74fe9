import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DESK, Site } from './browser.ts';

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

/*
 * A page whose worker does not start answers itself, later and with more script, and says nothing of it.
 * Its files are cut by hand (`src/figures/triage/chunks.ts`), and a cut may put what one of them is made of
 * behind it. Taken as a module of a page, a worker says so.
 */
test('each worker of the site starts', async () => {
  const names = readdirSync(join(site.folder, '_astro'));
  const workers = names.filter((name) => /^worker-.*\.js$/.test(name));
  expect(workers.length).toBeGreaterThan(3);
  const page = await site.visit('/404.html', DESK);
  const ended: string[] = [];
  for (const name of workers) {
    // As text: Vitest would put its own into the place of the import.
    const why = await page.evaluate<string | null>(
      `import('/_astro/${name}').then(() => null, (error) => String(error))`,
    );
    if (why !== null) ended.push(`${name}: ${why}`);
  }
  expect(ended).toEqual([]);
});
