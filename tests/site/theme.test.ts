import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { DESK, Site } from './browser.ts';

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

const LIGHT = 'rgb(252, 252, 249)';
const DARK = 'rgb(20, 25, 27)';
const paper = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

test('without a choice, and without JavaScript, the system decides', async () => {
  for (const javaScriptEnabled of [true, false])
    for (const [colorScheme, colour] of [
      ['light', LIGHT],
      ['dark', DARK],
    ] as const) {
      const page = await site.visit('/', { ...DESK, colorScheme, javaScriptEnabled });
      expect(await paper(page)).toBe(colour);
      await page.context().close();
    }
});

test('a choice holds on the next page, from its first frame on', async () => {
  const page = await site.visit('/', { ...DESK, colorScheme: 'light' });
  const control = page.getByLabel('Theme');
  expect(await control.inputValue()).toBe('system');
  await control.selectOption('dark');
  expect(await paper(page)).toBe(DARK);
  await page.addInitScript(() => {
    const seen = new Set<string>();
    Object.assign(globalThis, { seen });
    const look = () => {
      if (document.body) seen.add(getComputedStyle(document.documentElement).backgroundColor);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto('/guide/what-kvm-decides/', { waitUntil: 'load' });
  await page.waitForTimeout(100);
  const seen = await page.evaluate(() => [
    ...(globalThis as unknown as { seen: Set<string> }).seen,
  ]);
  expect(seen).toEqual([DARK]);
  expect(await page.getByLabel('Theme').inputValue()).toBe('dark');
});

test('System takes a choice back', async () => {
  const page = await site.visit('/', { ...DESK, colorScheme: 'dark' });
  await page.getByLabel('Theme').selectOption('light');
  expect(await paper(page)).toBe(LIGHT);
  await page.getByLabel('Theme').selectOption('system');
  expect(await paper(page)).toBe(DARK);
  await page.reload();
  expect(await page.getByLabel('Theme').inputValue()).toBe('system');
});

test('the frame of the window follows the choice, and the system again', async () => {
  const page = await site.visit('/', { ...DESK, colorScheme: 'light' });
  const frame = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLMetaElement>('[name=theme-color]')]
        .filter(({ media }) => matchMedia(media).matches)
        .map(({ content }) => content),
    );
  const own = await frame();
  await page.getByLabel('Theme').selectOption('dark');
  expect(await frame()).toEqual([DARK]);
  await page.reload();
  expect(await frame()).toEqual([DARK]);
  await page.getByLabel('Theme').selectOption('system');
  expect(await frame()).toEqual(own);
});

test('a page whose storage is closed still changes its theme', async () => {
  const page = await site.visit('/', { ...DESK, colorScheme: 'light' });
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new DOMException('closed', 'SecurityError');
      },
    });
  });
  await page.reload();
  await page.getByLabel('Theme').selectOption('dark');
  expect(await paper(page)).toBe(DARK);
  expect(page.faults.errors).toEqual([]);
});
