import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { all, parseHtml } from '../../src/editions/dom.ts';
import { axeFindings } from '../support/axe.ts';
import { DESK, PHONE, Site } from './browser.ts';

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

const PATH = '/exercises/one-bit-short/';
const SAID = '.exercise-said';
const RUN = '.exercise [data-do=run]';
const DIC = '.exercise button[aria-label^="dic,"]';
const read = (path: string) =>
  parseHtml(readFileSync(join(site.folder, `${path}index.html`), 'utf8'));

describe('the exercises', () => {
  test('are listed, each with its goal, its kind and its chapter, which leads to it', () => {
    const items = all(read('/exercises/'), '.exercises [data-step]');
    expect(items.length).toBeGreaterThanOrEqual(30);
    for (const item of items) {
      const route = item.getAttribute('data-step') ?? '';
      expect(item.querySelector('a')?.getAttribute('href')).toBe(route);
      expect(item.querySelector('.part-for')?.textContent.replace(' ✓ solved', '')).toMatch(
        /^(Predict, then run|Repair|Find the bug), (easy|middling|hard), \d+\u00a0min$/,
      );
      const chapter = all(read(route), '.placing a')[0]?.getAttribute('href') ?? '';
      expect(all(read(chapter), `.text a[href="${route}"]`).length).toBe(1);
    }
  });

  test('are there for each chapter that promises something, which leads to its own', () => {
    const routes = new Set(
      all(read('/guide/'), 'main a[href^="/guide/"]').map(
        (link) => link.getAttribute('href') ?? '',
      ),
    );
    const promise = [...routes].filter((route) =>
      all(read(route), '.placing').some(({ textContent }) =>
        textContent.includes('After this you can say'),
      ),
    );
    expect(promise.length).toBeGreaterThan(40);
    const without = promise.filter(
      (route) => all(read(route), '.text a[href^="/exercises/"]').length === 0,
    );
    expect(without).toEqual([]);
  });

  test('are of all kinds, and have a goal, a starter, hints and a solution behind details', () => {
    const routes = all(read('/exercises/'), 'main [data-step]').map((item) =>
      String(item.getAttribute('data-step')),
    );
    const kinds = new Set<string>();
    for (const route of routes) {
      const page = read(route);
      kinds.add(
        all(page, '.placing')[0]
          ?.textContent.trim()
          .split(/,(?! then)/)[0] ?? '',
      );
      expect(all(page, '.exercise').length).toBe(1);
      expect(all(page, '.exercise stage-snippet').length).toBe(1);
      expect(all(page, 'details.hint:not([open])').length).toBeGreaterThanOrEqual(1);
      expect(all(page, 'details.solution:not([open]) stage-snippet').length).toBe(1);
    }
    expect([...kinds].toSorted()).toEqual(['Find the bug', 'Predict, then run', 'Repair']);
  });
});

describe('an exercise', () => {
  test('is solved by keyboard, says in how many tries, and keeps that in this browser', async () => {
    const page = await site.visit(PATH, DESK);
    const said = page.locator(SAID);
    await page.locator(RUN).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => said.textContent()).toMatch(/^Not yet This is how it starts/);
    expect(await page.locator('.solution').getAttribute('open')).toBeNull();
    await page.locator(DIC).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => said.textContent()).toMatch(/^Solved, in 1 try Why is below\.$/);
    expect(await page.locator('.solution').getAttribute('open')).not.toBeNull();
    expect(await axeFindings(page)).toEqual([]);
    await page.reload();
    await expect.poll(() => said.innerText()).toBe('Solved before');
    expect(await axeFindings(page)).toEqual([]);
    await page.goto('/exercises/');
    const item = page.locator(`[data-step="${PATH}"]`);
    expect(await item.locator('.tick:visible').textContent()).toBe(' ✓ solved');
    expect(await page.locator('[data-done]').textContent()).toMatch(/^1 of \d+ solved\.$/);
    expect(await axeFindings(page)).toEqual([]);
    expect(page.faults.errors).toEqual([]);
    await page.context().close();
  });

  test('counts the tries that do not get there, and says where the solution was open', async () => {
    const page = await site.visit(PATH, DESK);
    const said = page.locator(SAID);
    await page.locator('.exercise button[aria-label^="fwb,"]').click();
    await expect.poll(() => said.textContent()).toBe('Not yet Try on.');
    await page.locator('.solution summary').first().click();
    expect(await page.locator('.solution stage-snippet').isVisible()).toBe(true);
    await page.locator(DIC).click();
    await expect.poll(() => page.locator('.exercise .snip-note').textContent()).toMatch(/^Ran for/);
    await page.locator('.exercise button[aria-label^="fwb,"]').click();
    await expect.poll(() => said.textContent()).toBe('Solved, in 3 tries The solution was open.');
    await page.context().close();
  });

  test('gives its hints one after the other', async () => {
    const page = await site.visit(PATH, PHONE);
    const shown = page.locator('.hint:visible');
    expect(await shown.count()).toBe(1);
    await shown.locator('summary').click();
    await expect.poll(() => shown.count()).toBe(2);
    expect(await axeFindings(page)).toEqual([]);
    await page.context().close();
  });

  test('without a script has its goal, and hints and solution that open', async () => {
    const page = await site.visit(PATH, { ...DESK, javaScriptEnabled: false });
    expect(await page.locator('.exercise-goal').textContent()).toContain(
      'make the memslot accepted',
    );
    await page.locator('.hint summary').first().click();
    await page.locator('.solution > summary').click();
    expect(await page.locator('.solution stage-snippet').isVisible()).toBe(true);
    await page.context().close();
  });

  test('is judged where the browser lets the page keep nothing, and says so', async () => {
    const page = await site.visit('/404.html', DESK);
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await page.goto(PATH);
    await page.locator(DIC).click();
    await expect
      .poll(() => page.locator(SAID).textContent())
      .toMatch(/^Solved, in 1 try Why is below\. .* ticks and answers go with this page\.$/);
    await page.context().close();
  });
});
