import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DESK, Site } from './browser.ts';
import { contrast } from './contrast.ts';

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

test.each(['light', 'dark'] as const)(
  'the frame of the window takes the paper of the %s theme',
  async (colorScheme) => {
    const page = await site.visit('/', { ...DESK, colorScheme });
    const named = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')]
        .filter(({ media }) => matchMedia(media).matches)
        .map(({ content }) => content),
    );
    const paper = await page.evaluate((colours) => {
      document.body.style.color = colours[0] ?? '';
      return [
        getComputedStyle(document.body).color,
        getComputedStyle(document.documentElement).backgroundColor,
      ];
    }, named);
    expect(named.length).toBe(1);
    expect(paper[0]).toBe(paper[1]);
  },
);

test('its icons are there, and that for a home screen is square', async () => {
  const page = await site.visit('/', DESK);
  for (const [rel, type] of [
    ['icon', 'image/svg+xml'],
    ['apple-touch-icon', 'image/png'],
  ] as const) {
    const href = await page.locator(`link[rel=${rel}]`).getAttribute('href');
    const answer = await fetch(site.url + href);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain(type);
  }
  const png = readFileSync(new URL('../../public/touch-icon.png', import.meta.url));
  // Width and height stand at bytes 16 and 20 of a PNG, its IHDR chunk.
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([180, 180]);
});

/** Every edge on a pixel: at 16 px each unit of the drawing is one. */
test('the icon holds at 16 px', () => {
  const svg = readFileSync(new URL('../../public/favicon.svg', import.meta.url), 'utf8');
  expect(svg).toContain('viewBox="0 0 16 16"');
  expect(svg).not.toContain('dasharray');
  const [, line = ''] = /<path d="([^"]+)"[^>]*stroke-width="2"/.exec(svg) ?? [];
  const rect = /<rect x="([^"]+)" y="([^"]+)" width="([^"]+)" height="([^"]+)"/.exec(svg) ?? [];
  const numbers = [...line.split(/[A-Za-z ]+/).filter(Boolean), ...rect.slice(1)].map(Number);
  expect(numbers.length).toBeGreaterThanOrEqual(9);
  expect(numbers.every((number) => Number.isInteger(number))).toBe(true);
});

test.each(['light', 'dark'] as const)(
  'the words in the empty search field can be read in the %s theme',
  async (colorScheme) => {
    const page = await site.visit('/', { ...DESK, colorScheme });
    await page.locator('.search-open').click();
    const field = page.locator('.search .pagefind-ui__search-input');
    await field.waitFor();
    const [words, paper, opacity] = await field.evaluate((input) => {
      const { color, opacity: part } = getComputedStyle(input, '::placeholder');
      return [color, getComputedStyle(input).backgroundColor, part] as const;
    });
    expect(opacity).toBe('1');
    expect(contrast(words, paper)).toBeGreaterThanOrEqual(4.5);
  },
);
