import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESK, PHONE, Site } from './browser.ts';

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

const plain = (text: string): string =>
  text.replaceAll('`', '').replaceAll('’', "'").replace(/\s+/g, ' ').trim();

test('the first page and the README open with the same words', async () => {
  const readme = readFileSync('README.md', 'utf8')
    .split('\n')
    .find((line) => line.startsWith('KVM on arm64 must decide'));
  const page = await site.visit('/', DESK);
  const texts = await page.locator('main > p').allTextContents();
  expect(texts.map(plain)).toContain(plain(readme ?? 'no such line'));
});

describe('a stranger', () => {
  test('sees on a phone, before scrolling, what it is about and where to go', async () => {
    const page = await site.visit('/', { ...PHONE, javaScriptEnabled: false });
    for (const part of ['h1', '.lede', 'main > p:not(.lede) a >> nth=2']) {
      const box = await page.locator(part).first().boundingBox();
      expect((box?.y ?? Infinity) + (box?.height ?? 0), part).toBeLessThan(PHONE.viewport.height);
    }
  });

  test('reads every step without a script', async () => {
    const page = await site.visit('/', { ...DESK, javaScriptEnabled: false });
    const steps = page.locator('stage-drawing li svg');
    expect(await steps.count()).toBe(5);
    for (const step of await steps.all()) expect(await step.isVisible()).toBe(true);
  });

  test.each([
    [[], /refused EINVAL/],
    [['FWB'], /refused EINVAL/],
    [['DIC'], /refused EINVAL/],
    [['FWB', 'DIC'], /reads zeros\s+mapped, no leak/],
  ])('switches on %j and sees how it ends', async (on, ending) => {
    const page = await site.visit('/', DESK);
    const drawing = page.locator('stage-drawing');
    for (const name of on) await drawing.getByLabel(`${name}:`).check();
    await drawing.getByRole('button', { name: 'All frames' }).click();
    await expect.poll(() => drawing.locator('li').last().textContent()).toMatch(ending);
    // What the host has changes nothing on the kernel that never asks.
    expect(await drawing.locator('li').nth(3).textContent()).toMatch(/reads A's secret\s+leak/);
  });
});
