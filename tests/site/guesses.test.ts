import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { all, parseHtml } from '../../src/editions/dom.ts';
import { axeFindings } from '../support/axe.ts';
import { DESK, PHONE, Site } from './browser.ts';
import { downloadOf } from '../support/download.ts';

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

const PATH = '/guide/misunderstandings/';
const cardOf = (heading: string) => `h3:has-text(${JSON.stringify(heading)}) + .guess`;
/** Christopherson: PFNMAP may be RAM or anything (V6-SEAN1). */
const TRUE = cardOf('Memory under VM_PFNMAP may be RAM');
/** The reverse: the cache holds the zeros (V3-JGG3). */
const FALSE = cardOf('The secret leaks out of the cache');

describe('the cards', () => {
  test('are some true and some false, each a sentence, its answer folded and a run', async () => {
    const html = readFileSync(join(site.folder, `${PATH}index.html`), 'utf8');
    const cards = all(parseHtml(html), '.guess');
    const kinds = cards.map((card) => card.getAttribute('data-is'));
    expect(kinds.filter((is) => is === 'true').length).toBeGreaterThanOrEqual(8);
    expect(kinds.filter((is) => is === 'false').length).toBeGreaterThanOrEqual(8);
    for (const card of cards) {
      const heading = card.previousElementSibling;
      expect(heading?.matches('h3[id]')).toBe(true);
      expect(heading?.querySelector('a')?.getAttribute('href')).toBe(`#${heading?.id}`);
      const answer = card.querySelector('details');
      expect(answer?.hasAttribute('open')).toBe(false);
      expect(answer && all(answer, 'stage-snippet').length).toBe(1);
      expect(answer?.querySelector('.guess-is')?.textContent).toMatch(
        card.getAttribute('data-is') === 'true' ? /^True\.$/ : /^False\.$/,
      );
    }
    expect(html).not.toMatch(/Each heading is wrong/);
  });

  test('keep the addresses that their sentences had before', async () => {
    const page = await site.visit(`${PATH}#smaps-shows-the-memory-type`, DESK);
    const card = page.locator('#smaps-shows-the-memory-type');
    expect(await card.evaluate((one) => one.matches('.guess:target'))).toBe(true);
    await page.context().close();
  });

  test('without a script are a sentence and a folded answer, on paper all open', async () => {
    const page = await site.visit(PATH, { ...DESK, javaScriptEnabled: false });
    expect(await page.locator('.guess button:visible, .guesses:visible').count()).toBe(0);
    const answer = page.locator(`${FALSE} .guess-is`);
    expect(await answer.isVisible()).toBe(false);
    await page.locator(`${FALSE} summary`).click();
    expect(await answer.isVisible()).toBe(true);
    await page.emulateMedia({ media: 'print' });
    const count = await page.locator('.guess').count();
    const shown = () =>
      page
        .locator('.guess-is')
        .evaluateAll(
          (answers) =>
            answers.filter((one) => one.checkVisibility({ contentVisibilityAuto: true })).length,
        );
    await expect.poll(shown).toBe(count);
    await page.context().close();
  });

  test('are guessed by keyboard; the first guess counts, and the score outlives the page', async () => {
    const page = await site.visit(PATH, DESK);
    const score = page.locator('.guesses output');
    const count = await page.locator('.guess').count();
    const start = await score.textContent();
    await page.locator(`${TRUE} button`).first().focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.locator(`${TRUE} .guess-said`).textContent())
      .toBe('Right: it is true.');
    expect(await page.locator(`${TRUE} .guess-is`).isVisible()).toBe(true);
    await page.locator(`${FALSE} button`).first().click();
    await expect
      .poll(() => page.locator(`${FALSE} .guess-said`).textContent())
      .toBe('No, it is false.');
    await page.locator(`${FALSE} button`).nth(1).click();
    await expect
      .poll(() => page.locator(`${FALSE} .guess-said`).textContent())
      .toBe('No, it is false.');
    const told = `1 of 2 guessed right, ${count - 2} to go.`;
    await expect.poll(() => score.textContent()).toBe(told);
    await page.reload();
    await expect.poll(() => score.textContent()).toBe(told);
    expect(await page.locator(`${TRUE} [aria-pressed=true]`).textContent()).toMatch(/True/);
    expect(page.faults.foreign).toEqual([]);

    // It is one of the answers that the site keeps, and goes with them.
    const kept = await page.evaluate(() => localStorage.getItem('stage-two progress'));
    const answers = JSON.parse(kept ?? '{}').answers as Record<string, boolean>;
    expect(Object.keys(answers).every((address) => address.startsWith(`${PATH}#`))).toBe(true);
    expect(Object.values(answers).toSorted()).toEqual([false, true]);
    await page.getByRole('link', { name: 'Save or forget' }).click();
    await page.waitForURL('**/paths/#kept');
    await page.getByRole('button', { name: 'Forget all' }).click();
    // That the page of paths was read may be kept since.
    const left = () => page.evaluate(() => localStorage.getItem('stage-two progress') ?? '{}');
    await expect.poll(async () => JSON.parse(await left()).answers ?? {}).toEqual({});
    await page.goto(PATH);
    expect(await score.textContent()).toBe(start);
    expect(page.faults.errors).toEqual([]);
    await page.context().close();
  });

  test('take over what was guessed before guesses stood among the answers, once', async () => {
    const page = await site.visit(PATH, DESK);
    const [yes = '', no = ''] = await page
      .locator('.guess[data-is=true]')
      .evaluateAll((cards) => cards.map((card) => card.previousElementSibling?.id));
    await page.evaluate(
      (old) => localStorage.setItem('guesses', old),
      JSON.stringify({ [yes]: 'true', [no]: 'false', gone: 'true', [`${no}x`]: 7 }),
    );
    await page.reload();
    const score = page.locator('.guesses output');
    await expect.poll(() => score.textContent()).toMatch(/^1 of 2 guessed right,/);
    // They move as soon as somebody comes near.
    await page.mouse.move(200, 200);
    await expect
      .poll(() => page.evaluate(() => Object.keys(localStorage)))
      .toEqual(['stage-two progress']);
    await expect.poll(() => score.textContent()).toMatch(/^1 of 2 guessed right,/);
    await page.reload();
    await expect.poll(() => score.textContent()).toMatch(/^1 of 2 guessed right,/);
    await page.context().close();
  });

  test('of long ago are in the file and forgotten, whether their page was opened or not', async () => {
    const cards = await site.visit(PATH, DESK);
    const [card = ''] = await cards
      .locator('.guess[data-is=true]')
      .evaluateAll((found) => found.map(({ previousElementSibling: heading }) => heading?.id));
    const old = JSON.stringify({ [card]: 'false' });
    const page = await site.visit('/paths/', DESK);
    const guess = () => page.evaluate((kept) => localStorage.setItem('guesses', kept), old);
    await guess();
    const save = page.getByRole('button', { name: 'Save to a file' });
    const download = await downloadOf(page, () => save.click());
    const saved = JSON.parse(readFileSync(await download.path(), 'utf8')) as unknown;
    expect(saved).toMatchObject({ answers: { [`${PATH}#${card}`]: false } });
    await guess();
    await page.getByRole('button', { name: 'Forget all' }).click();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.goto(PATH);
    expect(await page.locator('.guesses output').textContent()).toBe('No card is guessed yet.');
    expect(page.faults.errors).toEqual([]);
  });

  test.each(['no json', '"text"', '{"x":"true","y":7}', 'null'])(
    'begin anew where the browser kept %s',
    async (kept) => {
      const page = await site.visit(PATH, DESK);
      await page.evaluate((value) => localStorage.setItem('guesses', value), kept);
      await page.reload();
      await page.locator(`${TRUE} button`).first().click();
      await expect
        .poll(() => page.locator('.guesses output').textContent())
        .toMatch(/^1 of 1 guessed right,/);
      expect(page.faults.errors).toEqual([]);
      await page.context().close();
    },
  );

  test('have no axe violation and fit a phone, guessed and not, in both themes', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await site.visit(PATH, { ...PHONE, colorScheme });
      await page.locator(`${TRUE} button`).first().click();
      await page.locator(`${FALSE} button`).first().click();
      expect(await axeFindings(page, 'main')).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(
        PHONE.viewport.width,
      );
      await page.context().close();
    }
  });
});

test('the editions have each sentence with its answer', () => {
  const text = readFileSync(join(site.folder, 'guide/misunderstandings.md'), 'utf8');
  expect(text).toMatch(/### “Memory under VM\\?_PFNMAP may be RAM”\s+True\./);
  expect(text).toMatch(/### “The secret leaks out of the cache”\s+False\./);
  expect(text).not.toMatch(/The answer|No card is guessed/);
});
