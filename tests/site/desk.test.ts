import { afterAll, beforeAll, expect, test } from 'vitest';
import { DESK, Site } from './browser.ts';

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

test('a name in the title of a chapter goes to a line of its own before it breaks', async () => {
  const page = await site.visit('/guide/normal-nc/', DESK);
  const [title, short, name] = await page
    .locator('h1, h1 span')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));
  expect(name?.left).toBe(title?.left);
  expect(name?.top).toBeGreaterThanOrEqual(short?.bottom ?? Infinity);
});

test.each([
  ['/guide/', '.part ol'],
  ['/exercises/', '.part ul'],
  ['/paths/hour/', '.part ol'],
  ['/glossary/', '.letter'],
  ['/errata/', '.errata-page'],
  ['/unknown/', '.open-points'],
  ['/unknown/', '.claim-list'],
  ['/sources/V10-6/', '.claim-list'],
])('%s uses its margin, and nothing in it lies over another', async (path, list) => {
  const page = await site.visit(path, DESK);
  const { wide, over } = await page.evaluate((selector) => {
    const main = document.querySelector('main')!.getBoundingClientRect();
    const lists = [...document.querySelectorAll(selector)];
    const entries = lists.flatMap((one) => [...one.querySelectorAll('li, dl, .entries > div')]);
    const laid = entries.filter((entry) => {
      // Words of a sentence share its lines.
      const parts = [...entry.children].filter((one) => getComputedStyle(one).display !== 'inline');
      const boxes = parts.map((child) => child.getBoundingClientRect());
      return boxes.some((a, i) =>
        boxes
          .slice(i + 1)
          .some(
            (b) =>
              a.left < b.right - 1 &&
              b.left < a.right - 1 &&
              a.top < b.bottom - 1 &&
              b.top < a.bottom - 1,
          ),
      );
    });
    return {
      wide: lists.map((one) => one.getBoundingClientRect().width - main.width),
      over: laid.map(({ textContent }) => textContent?.slice(0, 40)),
    };
  }, list);
  expect(wide.length).toBeGreaterThan(0);
  for (const more of wide) expect(more).toBeGreaterThan(200);
  expect(over).toEqual([]);
});

test.each(['/evidence/', '/observations/', '/reference/every-memslot/'])(
  'a table of %s that is wider than the text goes to the end of the window, and no further',
  async (path) => {
    const page = await site.visit(path, DESK);
    const { frame, page: edge } = await page.evaluate(() => ({
      frame: document
        .querySelector('.frame:has(> .of-rules), .om-frame, .rows-frame')!
        .getBoundingClientRect().right,
      page: document.documentElement.clientWidth,
    }));
    expect(frame).toBeGreaterThan(edge - 64);
    expect(frame).toBeLessThanOrEqual(edge);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(edge);
  },
);
