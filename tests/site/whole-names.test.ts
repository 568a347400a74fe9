import { afterAll, beforeAll, expect, test } from 'vitest';
import { onPaths, PHONE, Site } from './browser.ts';

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

/** A page of each kind that writes such names. */
const KINDS = [
  '/guide/whose-type-wins/',
  '/sources/',
  '/sources/LAB-61/',
  '/evidence/',
  '/glossary/',
  '/unknown/',
  '/debate/',
  '/map/',
];

test('on a phone each short name stands on one line, and parts no row of boxes', async () => {
  const faults: string[] = [];
  let seen = 0;
  await onPaths(KINDS, async (path) => {
    const page = await site.visit(path, PHONE);
    const names = await page.locator('whole-name').evaluateAll((all) =>
      all.map((name) => ({
        text: name.textContent,
        lines: new Set([...name.getClientRects()].map(({ top }) => Math.round(top))).size,
        within: getComputedStyle(name.parentElement!).display,
      })),
    );
    seen += names.length;
    for (const { text, lines, within } of names)
      if (lines > 1 || /flex|grid/.test(within))
        faults.push(`${path}: ${text}, ${lines}, ${within}`);
    await page.context().close();
  });
  expect(seen).toBeGreaterThan(20);
  expect(faults).toEqual([]);
});
