import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESK, PHONE, Site } from './browser.ts';
import { axeFindings } from '../support/axe.ts';

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

const CHAPTER = '/guide/one-mail-one-bug/';
const OPEN = '.term-note:popover-open';

describe('the note of a term', () => {
  test('opens by Enter, takes the focus, closes by Escape and gives it back', async () => {
    const page = await site.visit(CHAPTER, DESK);
    const link = page.locator('a.term').first();
    await link.focus();
    await page.keyboard.press('Enter');
    const note = page.locator(OPEN);
    expect(await note.count()).toBe(1);
    expect(await page.locator(':focus').getAttribute('id')).toBe(await note.getAttribute('id'));
    expect(await note.textContent()).toContain(await link.textContent());
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('In the glossary');
    await page.keyboard.press('Escape');
    expect(await page.locator(OPEN).count()).toBe(0);
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(new URL(page.url()).hash).toBe('');
  });

  test('leads to the glossary by keyboard alone', async () => {
    const page = await site.visit(CHAPTER, DESK);
    const link = page.locator('a.term').first();
    const target = await link.getAttribute('href');
    await link.focus();
    for (const key of ['Enter', 'Tab', 'Enter']) await page.keyboard.press(key);
    await page.waitForURL(`**${target}`);
    expect(await page.locator(':target dfn').count()).toBe(1);
  });

  test('stands beside its word, inside the window, and closes by a click elsewhere', async () => {
    const page = await site.visit(CHAPTER, DESK);
    for (const link of await page.locator('.text > p a.term').all()) {
      await link.click();
      const [word, note] = [await link.boundingBox(), await page.locator(OPEN).boundingBox()];
      if (word === null || note === null) throw new Error('a word or its note has no place');
      const gap =
        note.y > word.y ? note.y - (word.y + word.height) : word.y - (note.y + note.height);
      expect(gap).toBeLessThan(40);
      expect(note.x).toBeGreaterThanOrEqual(0);
      expect(note.x + note.width).toBeLessThanOrEqual(1440);
      await page.mouse.click(5, 400);
      expect(await page.locator(OPEN).count()).toBe(0);
    }
  });

  test('opens by touch as a sheet at the foot of a phone', async () => {
    const page = await site.visit(CHAPTER, { ...PHONE, hasTouch: true });
    await page.locator('a.term').first().tap();
    const box = await page.locator(OPEN).boundingBox();
    expect([box?.x, box?.width]).toEqual([0, 360]);
    expect(Math.round((box?.y ?? 0) + (box?.height ?? 0))).toBe(740);
    await page.touchscreen.tap(100, 100);
    expect(await page.locator(OPEN).count()).toBe(0);
  });

  test('is no barrier when it is open', async () => {
    const page = await site.visit(CHAPTER, { ...PHONE, colorScheme: 'dark' });
    await page.locator('a.term').first().click();
    expect(await axeFindings(page)).toEqual([]);
  });

  test('is a link to the glossary without JavaScript, and one for a new tab', async () => {
    const page = await site.visit(CHAPTER, { ...DESK, javaScriptEnabled: false });
    const link = page.locator('a.term').first();
    const target = await link.getAttribute('href');
    await link.click();
    await page.waitForURL(`**${target}`);
    expect(await page.locator(':target dfn').count()).toBe(1);
    const scripted = await site.visit(CHAPTER, DESK);
    // The tab itself is the browser's: Debian's headless shell may fall over one.
    const isTaken = await scripted
      .locator('a.term')
      .first()
      .evaluate((word) => {
        let taken = true;
        const last = (event: Event): void => {
          taken = event.defaultPrevented;
          event.preventDefault();
        };
        addEventListener('click', last, { once: true });
        const how = { ctrlKey: true, bubbles: true, cancelable: true };
        word.dispatchEvent(new MouseEvent('click', how));
        return taken;
      });
    expect(isTaken).toBe(false);
    expect(await scripted.locator(OPEN).count()).toBe(0);
  });

  test('comes while the pointer rests on its word, holds under it, and goes with it', async () => {
    const page = await site.visit(CHAPTER, DESK);
    const link = page.locator('.text > p a.term').first();
    const before = await page.evaluate(() => document.activeElement?.tagName);
    await link.hover();
    expect(await page.locator(OPEN).count()).toBe(0);
    await page.locator(OPEN).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe(before);
    await page.locator(`${OPEN} p`).last().hover();
    await page.waitForTimeout(500);
    expect(await page.locator(OPEN).count()).toBe(1);
    await page.mouse.move(5, 400);
    await expect.poll(() => page.locator(OPEN).count()).toBe(0);
  });

  test('closes under the pointer by Escape, and stays closed', async () => {
    const page = await site.visit(CHAPTER, DESK);
    await page.locator('.text > p a.term').first().hover();
    await page.locator(OPEN).waitFor();
    await page.keyboard.press('Escape');
    await page.waitForTimeout(500);
    expect(await page.locator(OPEN).count()).toBe(0);
  });

  test('does not come for a pointer that passes', async () => {
    const page = await site.visit(CHAPTER, DESK);
    await page.locator('.text > p a.term').first().hover();
    await page.mouse.move(5, 400);
    await page.waitForTimeout(500);
    expect(await page.locator(OPEN).count()).toBe(0);
  });

  test('comes with the focus of the keyboard, without taking it, and goes with it', async () => {
    const page = await site.visit(CHAPTER, DESK);
    const link = page.locator('.text > p a.term').first();
    // Only a reader who uses the keys gets a note by the focus; the first key may come before the page.
    const notes = async (): Promise<number> => {
      await page.keyboard.press('Tab');
      await link.focus();
      // A note is slow to come, so that it does not flicker.
      await page.waitForTimeout(1000);
      return page.locator(OPEN).count();
    };
    await expect.poll(notes).toBe(1);
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Shift+Tab');
    await expect.poll(() => page.locator(OPEN).count()).toBe(0);
  });

  test('is there once a term, once more in captions, and its word stays in the text', async () => {
    const page = await site.visit(CHAPTER, DESK);
    const linksIn = (selector: string) =>
      page.locator(selector).evaluateAll((links) => links.map((a) => a.getAttribute('href')));
    const captions = await linksIn('figcaption a.term');
    const prose = await linksIn('a.term:not(figcaption *)');
    expect(captions.length).toBeGreaterThan(0);
    expect(prose.length).toBeGreaterThan(8);
    for (const links of [captions, prose]) expect(new Set(links).size).toBe(links.length);
    const all = new Set([...captions, ...prose]);
    expect(await page.locator('.term-note').count()).toBe(all.size);
    expect(await page.locator('.text :is(h1, h2, h3, pre, table, a) a.term').count()).toBe(0);
  });
});

describe('claims and sources', () => {
  test('a source lists its claims, and each leads to its sentence', async () => {
    const page = await site.visit('/sources/V3-SEAN3/', { ...DESK, javaScriptEnabled: false });
    const links = page.locator('.to-claim');
    expect(await page.locator('#claims').textContent()).toBe(
      `Cited for ${await links.count()} claims`,
    );
    const text = (await links.first().textContent())?.trim();
    await links.first().click();
    expect((await page.locator(':target').textContent())?.trim()).toBe(text);
  });

  test('what is not known gathers the inferred and unknown claims of all chapters', async () => {
    const page = await site.visit('/unknown/', { ...DESK, javaScriptEnabled: false });
    const listed = await page
      .locator('.to-claim')
      .evaluateAll((links) => links.map((a) => a.getAttribute('href') ?? '').toSorted());
    const expected: string[] = [];
    for (const path of await site.paths()) {
      if (!/^\/(guide|reference)\//.test(path)) continue;
      const html = await (await fetch(site.url + path)).text();
      for (const [, id] of html.matchAll(/id="([\w-]+)" class="claim-(?:inferred|unknown)"/g))
        expected.push(`${path}#${id}`);
    }
    expect(expected.length).toBeGreaterThan(3);
    expect(listed).toEqual(expected.toSorted());
    expect(await page.locator('.open-points > li').count()).toBeGreaterThan(20);
  });
});

test('each chapter leads to the errata, which say where to write or that nobody said', async () => {
  const page = await site.visit(CHAPTER, { ...DESK, javaScriptEnabled: false });
  await page.getByText('Report an error').click();
  expect(new URL(page.url()).pathname).toBe('/errata/');
  expect(await page.locator('main').textContent()).toMatch(/names no address for errors/);
});
