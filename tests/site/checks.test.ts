import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { DESK, PHONE, Site, type Visit } from './browser.ts';

/* What a check says, and whether its key is right, is the book's; here is how a reader answers. */

const PATH = '/guide/one-mail-one-bug/';
const ASKED = '.check[data-key]';
const KEPT = 'stage-two progress';

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

const first = (page: Visit) => page.locator(ASKED).first();
const said = (page: Visit) => first(page).locator('fieldset [role=status]').textContent();
const isOpen = (page: Visit) =>
  first(page).evaluate((check) => check.querySelector('details')?.open === true);
const kept = async (page: Visit) =>
  JSON.parse((await page.evaluate((key) => localStorage.getItem(key), KEPT)) ?? '{}') as {
    answers?: Record<string, boolean>;
  };
/** The numbers of the options: the right one, then the others. */
const numbers = (page: Visit): Promise<[string, ...string[]]> =>
  first(page).evaluate((check) => {
    const all = [...check.querySelectorAll<HTMLInputElement>('[type=radio]')];
    const key = (check as HTMLElement).dataset['key'] ?? '';
    return [key, ...all.map(({ value }) => value).filter((value) => value !== key)];
  });

async function choose(page: Visit, number = ''): Promise<void> {
  await first(page).locator(`[value="${number}"]`).check();
  await first(page).getByRole('button', { name: 'Answer' }).click();
  await expect.poll(() => said(page)).not.toBe('');
}

describe('a check', () => {
  test('loads what judges only when a reader comes near', async () => {
    const page = await site.visit(PATH, DESK, 'networkidle');
    const judges = () => page.faults.requests.filter((path) => /judge/.test(path)).length;
    expect(judges()).toBe(0);
    await first(page).locator('input').first().focus();
    await expect.poll(judges).toBe(1);
  });

  test('is answered by the keyboard alone', async () => {
    const page = await site.visit(PATH);
    const [right] = await numbers(page);
    await first(page).locator('input').first().focus();
    await page.keyboard.press('Space');
    for (let n = 0; n < Number(right); n++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => said(page)).toBe('right At the first try. Why is below.');
    expect(await isOpen(page)).toBe(true);
    expect(Object.values((await kept(page)).answers ?? {})).toEqual([true]);
  });

  test('asks for a choice where there is none', async () => {
    const page = await site.visit(PATH);
    await first(page).getByRole('button', { name: 'Answer' }).click();
    await expect.poll(() => said(page)).toBe('Choose an answer first.');
    expect(await isOpen(page)).toBe(false);
    expect(await kept(page)).toEqual({});
  });

  test('leaves what was wrong in sight, lets a reader try again, and keeps the first answer', async () => {
    const page = await site.visit(PATH);
    const [right, wrong] = await numbers(page);
    await choose(page, wrong);
    expect(await said(page)).toBe('wrong Choose once more, or open the answer.');
    expect(await isOpen(page)).toBe(false);
    await choose(page, right);
    await expect.poll(() => said(page)).toBe('right Why is below.');
    expect(await isOpen(page)).toBe(true);
    expect(await first(page).locator('label .verdict').allTextContents()).toEqual(
      Number(right) < Number(wrong) ? ['right', 'wrong'] : ['wrong', 'right'],
    );
    const id = await first(page).getAttribute('id');
    expect((await kept(page)).answers).toEqual({ [`${PATH}#${id}`]: false });
    expect(await axeFindings(page)).toEqual([]);
  });

  test('opens the answer after two that are wrong', async () => {
    const page = await site.visit(PATH, { ...PHONE, colorScheme: 'dark' });
    const [, wrong, other] = await numbers(page);
    await choose(page, wrong);
    await choose(page, other);
    await expect.poll(() => said(page)).toBe('wrong The answer is open below.');
    expect(await isOpen(page)).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
  });

  test('does not count what was answered with the answer in sight', async () => {
    const page = await site.visit(PATH);
    const [right] = await numbers(page);
    await first(page).locator('summary').first().click();
    await choose(page, right);
    expect(await said(page)).toBe('right ');
    expect(await kept(page)).toEqual({});
  });

  test('judges where storage is closed', async () => {
    const page = await site.visit('/404.html');
    await page.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      }),
    );
    await page.goto(PATH);
    const [right] = await numbers(page);
    await choose(page, right);
    expect(await said(page)).toBe('right At the first try. Why is below.');
  });

  test('says so where what judges cannot be loaded', async () => {
    const page = await site.visit('/404.html');
    await page.route(/judge/, (route) => route.abort());
    await page.goto(PATH);
    await first(page).locator('input').first().check();
    await first(page).getByRole('button', { name: 'Answer' }).click();
    await expect.poll(() => said(page)).toContain('Open the answer below');
  });

  test('is a question, a list and a folded answer without a script', async () => {
    const page = await site.visit(PATH, { ...DESK, javaScriptEnabled: false });
    expect(await first(page).locator('li').first().isVisible()).toBe(true);
    expect(await first(page).locator('input').first().isVisible()).toBe(false);
    expect(await first(page).locator('button').first().isVisible()).toBe(false);
    const key = Number(await first(page).getAttribute('data-key'));
    const answer = first(page).locator('details > p').first();
    expect(await answer.isVisible()).toBe(false);
    await first(page).locator('summary').first().click();
    expect(await answer.isVisible()).toBe(true);
    expect(await answer.innerText()).toBe(`${'ABCD'[key]} is right.`);
  });

  test('is on paper with its answers and its run, and without its controls', async () => {
    const page = await site.visit(PATH);
    await page.emulateMedia({ media: 'print' });
    expect(await first(page).locator('li').last().isVisible()).toBe(true);
    expect(await first(page).locator('details > p').first().isVisible()).toBe(true);
    expect(await first(page).locator('.snip-code').isVisible()).toBe(true);
    for (const control of ['input', 'button'])
      expect(await first(page).locator(`fieldset ${control}`).first().isVisible()).toBe(false);
  });
});

describe('the exam', () => {
  const EXAM = '/guide/exam/';
  const progress = (answers: Record<string, boolean>) =>
    JSON.stringify({ name: KEPT, version: 1, read: [], answers });

  test('asks at least one question of each of the six', async () => {
    const page = await site.visit(EXAM);
    const asked = await page.locator('article > h2 ~ .check').count();
    const headings = await page.locator('article > h2:has(+ .check)').count();
    expect(headings).toBe(6);
    expect(asked).toBeGreaterThanOrEqual(6);
  });

  test('counts first answers as they are given', async () => {
    const page = await site.visit(EXAM);
    const all = page.locator(ASKED);
    const total = await all.count();
    const exam = page.locator('.exam [role=status]');
    await exam.scrollIntoViewIfNeeded();
    await expect.poll(() => exam.textContent()).toContain('No question of the exam is answered');
    const [right] = await numbers(page);
    await choose(page, right);
    await expect
      .poll(() => exam.textContent())
      .toBe(`1 of ${total} right at the first try, ${total - 1} to go.`);
  });

  test('takes what is typed, by Enter', async () => {
    const page = await site.visit(EXAM);
    const check = page.locator('.check:has(input[type=text])').first();
    const field = check.locator('input');
    const [key = ''] = JSON.parse((await check.getAttribute('data-key')) ?? '[]') as string[];
    await field.press('Enter');
    const says = check.locator('fieldset [role=status]');
    await expect.poll(() => says.textContent()).toBe('Type an answer first.');
    await field.fill('nothing of the kind');
    await field.press('Enter');
    await expect.poll(() => says.textContent()).toBe('wrong Try once more, or open the answer.');
    expect(await check.locator('fieldset .verdict').count()).toBe(1);
    await field.fill(` ${key.toLowerCase()} `);
    await field.press('Enter');
    await expect.poll(() => says.textContent()).toBe('right Why is below.');
    expect(await axeFindings(page)).toEqual([]);
  });

  test('brings back what was missed in a chapter, and leads to it', async () => {
    const page = await site.visit(PATH);
    const [right, wrong] = await numbers(page);
    await choose(page, wrong);
    await choose(page, right);
    const asks = (await first(page).locator('legend').innerText()).trim();
    await page.goto(EXAM);
    await page.locator('.exam').scrollIntoViewIfNeeded();
    const missed = page.locator('.exam-missed a');
    await expect.poll(() => missed.allTextContents()).toEqual([asks]);
    expect(await page.locator('.exam textarea').inputValue()).toContain(`- ${asks}`);
    await missed.click();
    await expect.poll(() => new URL(page.url()).pathname).toBe(PATH);
    await first(page).waitFor();
  });

  test('selects the score where it may not copy it', async () => {
    const page = await site.visit(EXAM);
    await page.evaluate(() =>
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: () => Promise.reject(new Error('denied')) },
      }),
    );
    await page.locator('.exam').scrollIntoViewIfNeeded();
    await expect.poll(() => page.locator('.exam textarea').inputValue()).not.toBe('');
    await page.getByRole('button', { name: 'Copy the score' }).click();
    await expect.poll(() => page.locator('.exam output').textContent()).toContain('selected');
    expect(await page.evaluate(() => getSelection()?.toString() ?? '')).toContain('the exam');
  });

  test('counts where storage is closed, for as long as the page is open', async () => {
    const page = await site.visit('/404.html');
    await page.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      }),
    );
    await page.goto(EXAM);
    const [right] = await numbers(page);
    await choose(page, right);
    await expect.poll(() => page.locator('.exam [role=status]').textContent()).toContain('1 of');
  });

  test.each([
    ['torn', '{"name":'],
    ['of another version', progress({}).replace('"version":1', '"version":9')],
    ['foreign', '[1,2]'],
  ])('says its score where what is kept is %s', async (_, text) => {
    const page = await site.visit('/404.html');
    await page.evaluate(
      ([key, value]) => localStorage.setItem(key ?? '', value ?? ''),
      [KEPT, text],
    );
    await page.goto(EXAM);
    const exam = page.locator('.exam [role=status]');
    await exam.scrollIntoViewIfNeeded();
    await expect.poll(() => exam.textContent()).toContain('No question of the exam is answered');
    const [right] = await numbers(page);
    await choose(page, right);
    await expect.poll(() => exam.textContent()).toContain('1 of');
  });

  test('lists all questions of the way without a script', async () => {
    const page = await site.visit(EXAM, { ...PHONE, javaScriptEnabled: false });
    await page.locator('.exam summary').click();
    const links = page.locator('.exam details a');
    expect(await links.count()).toBeGreaterThanOrEqual(36);
    expect(await links.first().isVisible()).toBe(true);
    expect(await page.locator('.exam [role=status]').isVisible()).toBe(false);
    expect(await page.locator('.exam textarea').isVisible()).toBe(false);
  });
});
