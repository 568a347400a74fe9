import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentDir } from '../../src/book/places.ts';
import { watchClipboard } from './bench-hand.ts';
import { DESK, PHONE, Site } from './browser.ts';

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

const GUIDE = join(contentDir(), 'guide');

/** Commands of a chapter, as its file has them. */
const commandsIn = (file: string): string[] =>
  [...readFileSync(join(GUIDE, file), 'utf8').matchAll(/^```sh\n([\s\S]*?)\n```$/gm)].map(
    ([, code = '']) => code,
  );

const chapters = readdirSync(GUIDE)
  .filter((file) => file.endsWith('.mdx') && commandsIn(file).length > 0)
  .map((file) => [`/guide/${file.replace(/\.mdx$/, '')}/`, commandsIn(file)] as const);

test('there are chapters with commands', () => expect(chapters.length).toBeGreaterThan(3));

test.each(chapters)(
  'each listing of commands on %s is copied as it is written',
  async (path, all) => {
    const page = await site.visit(path, DESK);
    await watchClipboard(page);
    const buttons = page.getByRole('button', { name: /^Copy listing \d+$/ });
    const copied: string[] = [];
    for (let n = 0; n < (await buttons.count()); n++) {
      const button = buttons.nth(n);
      const frame = page.locator('.listing:has(button)').nth(n);
      const room = () =>
        frame.evaluate((own) => [own.clientHeight, own.lastElementChild?.clientWidth]);
      const before = await room();
      await button.focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => frame.locator('[role=status]').textContent()).toBe('Copied');
      expect(await room(), 'nothing moves').toEqual(before);
      copied.push((await page.locator('html').getAttribute('data-copied')) ?? '');
    }
    expect(copied).toEqual(all);
  },
);

test('where the browser refuses, they are selected', async () => {
  const page = await site.visit('/guide/how-to-look/', PHONE);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('no'));
  });
  const frame = page.locator('.listing:has(button)').first();
  await frame.getByRole('button').click();
  await expect.poll(() => frame.locator('[role=status]').textContent()).toBe('Selected');
  expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe(
    (await frame.locator('pre').textContent())?.trim(),
  );
});

test('without JavaScript there is no button that does nothing', async () => {
  const page = await site.visit('/guide/how-to-look/', { ...DESK, javaScriptEnabled: false });
  expect(await page.locator('.listing').count()).toBeGreaterThan(3);
  expect(await page.getByRole('button', { name: /^Copy listing/ }).count()).toBe(0);
});
