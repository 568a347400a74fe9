import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { DESK, PHONE, Site } from './browser.ts';

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

describe('the field above the glossary', () => {
  const open = async (path = '/glossary/') => {
    const page = await site.visit(path, DESK);
    const field = page.getByLabel('Find a term');
    const shown = page.locator('[data-names]:visible');
    const line = page.locator('.glossary-find output');
    return { page, field, shown, line, all: await shown.count() };
  };

  test('leaves the terms that are called so, by other names too', async () => {
    const { page, field, shown, line, all } = await open();
    await field.fill('PoC');
    expect(await shown.locator('dfn').allTextContents()).toContain('PoC');
    expect(await line.textContent()).toBe(`${await shown.count()} of ${all} terms`);
    expect(await page.locator('.jump li:visible').count()).toBe(
      await page.locator('.letter:visible').count(),
    );
  });

  test('leaves those that mention it where none is called so, and says so', async () => {
    const { field, shown, line } = await open();
    await field.fill('the host');
    expect(await shown.count()).toBeGreaterThan(0);
    expect(await line.textContent()).toBe(
      `No term is called so. ${await shown.count()} mention it.`,
    );
  });

  test('says that there is none, keeps what was typed, and shows all again', async () => {
    const { page, field, shown, line, all } = await open();
    await field.fill('<b>zzz');
    await field.press('Enter');
    expect(await shown.count()).toBe(0);
    expect(await line.textContent()).toBe('No term is called so, and none mentions it.');
    expect(await field.inputValue()).toBe('<b>zzz');
    await page.getByRole('button', { name: 'Show all' }).click();
    expect(await shown.count()).toBe(all);
    expect(await page.locator(':focus').getAttribute('name')).toBe('term');
  });

  test('gives way to a link to a term that it hides', async () => {
    const { page, field, all, shown } = await open();
    await field.fill('zzz');
    await page.evaluate(() => (location.hash = '#fwb'));
    await expect.poll(() => shown.count()).toBe(all);
    expect(await field.inputValue()).toBe('');
    expect(await page.locator('#fwb').isVisible()).toBe(true);
  });

  test('is not there without JavaScript, and all terms are', async () => {
    const page = await site.visit('/glossary/', { ...DESK, javaScriptEnabled: false });
    expect(await page.locator('.glossary-find').isVisible()).toBe(false);
    expect(await page.locator('[data-names]:visible').count()).toBeGreaterThan(100);
  });
});

test.each(['light', 'dark'] as const)(
  'in the %s theme axe finds nothing in a glossary of which a part was chosen',
  async (colorScheme) => {
    const page = await site.visit('/glossary/', { ...PHONE, colorScheme });
    await page.getByLabel('Find a term').fill('cache');
    expect(await axeFindings(page)).toEqual([]);
  },
);
