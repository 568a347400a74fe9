import { afterAll, beforeAll, expect, test } from 'vitest';
import { onPaths, Site } from './browser.ts';

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

/** A page for each kind of text that is drawn small, and of box that scrolls sideways. */
const PAGES = [
  '/',
  '/debate/',
  '/guide/a-leak-in-six-steps/',
  '/guide/asking-the-host/',
  '/guide/how-to-look/',
  '/guide/nested/',
  '/guide/nine-policies-on-trial/',
  '/guide/try-and-fail/',
  '/map/',
  '/observations/',
  '/policies/',
  '/reference/every-fault/',
  '/reference/mair-byte/',
  '/reference/registers/',
  '/timeline/',
  '/versions/',
  '/workbench/',
];

/** Runs in the page: texts that nobody can read, signs in a table that lost their word, and boxes that go on and do not show it. */
function faultsIn(): string[] {
  const LEAST = 11;
  const found = new Set<string>();
  const seen = (one: Element) =>
    one.checkVisibility({ visibilityProperty: true }) && one.closest('.hidden') === null;
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const holder = walk.currentNode.parentElement;
    const words = (walk.currentNode.textContent ?? '').trim();
    if (!holder || words === '' || !seen(holder)) continue;
    const drawn = (holder as Element) instanceof SVGGraphicsElement;
    const matrix = drawn ? (holder as unknown as SVGGraphicsElement).getScreenCTM() : null;
    const scale = matrix === null ? 1 : Math.hypot(matrix.a, matrix.b);
    const size = parseFloat(getComputedStyle(holder).fontSize) * scale;
    if (size < LEAST - 0.05) found.add(`${size.toFixed(1)} px: ${words.slice(0, 30)}`);
  }
  for (const sign of document.querySelectorAll('table :is(.verdict, .mem)'))
    if (seen(sign) && sign.getClientRects().length > 1)
      found.add(`a sign apart from its word: ${sign.textContent}`);
  for (const box of document.querySelectorAll<HTMLElement>('main *')) {
    const { overflowX, backgroundImage } = getComputedStyle(box);
    if (!/auto|scroll/.test(overflowX) || box.scrollWidth <= box.clientWidth + 1) continue;
    if (seen(box) && !backgroundImage.includes('gradient'))
      found.add(`no shade: ${box.className} ${box.scrollWidth} of ${box.clientWidth}`);
  }
  return [...found];
}

test.each([320, 768])(
  'at %i px no text is under 11 px, no sign stands apart from its word in a table, and what scrolls sideways has a shade at its end',
  async (width) => {
    const faults: Record<string, string[]> = {};
    await onPaths(PAGES, async (path) => {
      const page = await site.visit(path, { viewport: { width, height: 800 } });
      const found = await page.evaluate(faultsIn);
      if (found.length > 0) faults[path] = found;
      await page.context().close();
    });
    expect(faults).toEqual({});
  },
);
