import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figureSite, type FigureSite } from '../support/site.ts';
import { downloadOf } from '../../support/download.ts';

let site: FigureSite;
beforeAll(async () => {
  site = await figureSite();
}, 300_000);
afterAll(() => site.close());

const ALLOWED = { permissions: ['clipboard-read', 'clipboard-write'] };
const said = (page: Page) => page.locator('.fig-copied').innerText();
const press = (page: Page, name: string) => page.getByRole('button', { name }).click();

describe('the foot of a figure', () => {
  it('copies the link to the state that is shown', async () => {
    const { page, errors } = await site.open('/leak/?leak=step:3', ALLOWED);
    await press(page, 'Copy link');
    await expect.poll(() => said(page)).toBe('Link copied.');
    const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    expect([link.pathname, link.search, link.hash]).toEqual([
      '/leak/',
      '?leak=step:3',
      '#drawing-leak',
    ]);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('copies the picture as an image in the colours of the page', async () => {
    for (const [colorScheme, secret, paper] of [
      ['light', [0xa1, 0x21, 0x1b], [0xfc, 0xfc, 0xf9]],
      ['dark', [0xc8, 0x39, 0x2f], [0x14, 0x19, 0x1b]],
    ] as const) {
      const { page, errors } = await site.open('/leak/?leak=step:4', { ...ALLOWED, colorScheme });
      await press(page, 'Copy as image');
      await expect.poll(() => said(page)).toBe('Image copied.');
      const seen = await page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        const image = await createImageBitmap((await item?.getType('image/png')) as Blob);
        const canvas = new OffscreenCanvas(image.width, image.height);
        const paint = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
        paint.drawImage(image, 0, 0);
        const { data } = paint.getImageData(0, 0, image.width, image.height);
        const counts: Record<string, number> = {};
        for (let i = 0; i < data.length; i += 4) {
          const color = data.slice(i, i + 3).join();
          counts[color] = (counts[color] ?? 0) + 1;
        }
        return { width: image.width, counts };
      });
      expect(seen.width).toBeGreaterThanOrEqual(1000);
      // Two tiles of the secret, each 100 by 22 units; the rest is mostly paper.
      const area = (seen.width / 392) ** 2 * 100 * 22;
      expect(seen.counts[secret.join()]).toBeGreaterThan(1.2 * area);
      expect(seen.counts[paper.join()]).toBeGreaterThan(20 * area);
      expect(errors).toEqual([]);
      await page.context().close();
    }
  });

  it('says so where the browser allows neither, and saves the image', async () => {
    const { page } = await site.open('/leak/?leak=step:4');
    await page.evaluate(() => {
      const no = () => Promise.reject(new Error('no'));
      Object.assign(navigator.clipboard, { write: no, writeText: no });
    });
    await press(page, 'Copy link');
    await expect
      .poll(() => said(page))
      .toMatch(/^The browser did not allow it\. The link is http.*\?leak=step:4#drawing-leak$/);
    const saved = await downloadOf(page, () => press(page, 'Copy as image'));
    expect(saved.suggestedFilename()).toBe('leak-step-4.png');
    await expect.poll(() => said(page)).toMatch(/asked to save leak-step-4\.png instead/);
    await page.context().close();
  });

  it('says so where the image cannot be made', async () => {
    const { page } = await site.open('/leak/?leak=step:4');
    await page.evaluate(() => {
      HTMLCanvasElement.prototype.toBlob = function (done) {
        done(null);
      };
    });
    await press(page, 'Copy as image');
    await expect
      .poll(() => said(page))
      .toMatch(/^The image could not be made: The browser gave no image\./);
    await page.context().close();
  });

  it('is the same for figures without a picture, but for the image', async () => {
    const { page } = await site.open('/decide/', ALLOWED);
    expect(await page.getByRole('button', { name: 'Copy as image' }).count()).toBe(0);
    await page.getByRole('checkbox', { name: 'FWB' }).check();
    await press(page, 'Copy link');
    await expect.poll(() => said(page)).toBe('Link copied.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\?decide=.*fwb:1/);
    await page.context().close();
  });
});
