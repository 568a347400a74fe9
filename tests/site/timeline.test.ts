import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../src/root.ts';
import { axeFindings } from '../support/axe.ts';
import { DESK, PHONE, Site, type Visit } from './browser.ts';

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

interface Entry {
  readonly date: string;
  readonly actor: string;
  readonly kind: string;
  readonly source: readonly string[];
}
const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(root, 'content/data', name), 'utf8'));
const entries = read('timeline.json') as Entry[];
const versions = read('versions.json') as { version: string; date: string }[];

const MARK = '.tl-lanes a:not([data-choose])';
const SHOWN = '[data-kind]:not([hidden])';

/** Marks as the page has them: where each leads, how it is named, its sign, its middle. */
const marksOn = (page: Visit) =>
  page.locator(MARK).evaluateAll((all) =>
    all.map((mark) => {
      const { x, y, width, height } = mark.getBoundingClientRect();
      return {
        to: mark.getAttribute('href') ?? '',
        name: mark.querySelector('title')?.textContent ?? '',
        sign: mark.classList[0] ?? '',
        x: x + width / 2,
        y: y + height / 2,
      };
    }),
  );

const focused = (page: Visit) =>
  page.evaluate(() => (document.activeElement?.textContent ?? '').replace(/\s+/g, ' ').trim());

describe('the lanes of the timeline', () => {
  test('have marks for every entry and everybody in it, each a link to it, without a script', async () => {
    const page = await site.visit('/timeline/', { ...DESK, javaScriptEnabled: false });
    const marks = await marksOn(page);
    const ids = await page.locator('[data-kind]').evaluateAll((all) => all.map(({ id }) => id));
    expect(new Set(ids).size).toBe(entries.length);
    for (const [nth, { actor }] of entries.entries())
      for (const person of actor.split(' / ')) {
        const own = marks.filter(({ to, name }) => to === `#${ids[nth]}` && name.includes(person));
        expect(own.length, `${ids[nth]} ${person}`).toBeGreaterThan(0);
      }
    expect(marks.filter(({ to }) => !ids.includes(to.slice(1)))).toEqual([]);
    await page.context().close();
  });

  test('have a mark for each mail of a day, and signs for what is none', async () => {
    const page = await site.visit('/timeline/', DESK);
    const marks = await marksOn(page);
    const of = (name: RegExp) => marks.filter((mark) => name.test(mark.name));
    // Three mails of one day, of which the list has one entry.
    for (const id of ['V3-JGG1', 'V3-JGG3', 'V3-JGG4'])
      expect(of(new RegExp(`^18 Mar 2025, Jason Gunthorpe, mail ${id}$`)).length).toBe(1);
    expect(of(/^7 Jul 2025, Oliver Upton, commit C\d$/).map(({ sign }) => sign)).toEqual(
      Array.from({ length: 5 }, () => 'tl-commit'),
    );
    const postings = entries.filter(({ kind }) => kind === 'posting').length;
    expect(marks.filter(({ sign }) => sign === 'tl-posting').length).toBe(postings);
    expect(of(/Linux 7\.3\.4/).map(({ sign }) => sign)).toEqual(['tl-release']);
    const shapes = await page
      .locator(MARK)
      .evaluateAll((all) =>
        all.map((one) => `${one.classList[0]} ${one.querySelector('path')?.getAttribute('d')}`),
      );
    const kinds = new Set(marks.map(({ sign }) => sign));
    expect(new Set(shapes).size).toBe(kinds.size);
    expect(await page.locator('.tl-legend li').count()).toBe(kinds.size);
    await page.context().close();
  });

  test('stand in the order of time, and no mark covers another', async () => {
    const page = await site.visit('/timeline/', DESK);
    const marks = await marksOn(page);
    const near = marks.flatMap((one, i) =>
      marks.slice(i + 1).filter(({ x, y }) => Math.hypot(x - one.x, y - one.y) < 8),
    );
    expect(near).toEqual([]);
    const day = (name: string) => Date.parse(`${name.split(',')[0]} UTC`);
    const dated = marks.filter(({ name }) => /^\d+ \w{3} \d{4},/.test(name));
    expect(dated.length).toBeGreaterThan(100);
    const rise = dated.toSorted((a, b) => day(a.name) - day(b.name)).map(({ x }) => x);
    expect(rise.filter((x, i) => i > 0 && x < (rise[i - 1] ?? 0) - 0.2)).toEqual([]);
    await page.context().close();
  });

  test('give March to July 2025 a day that is wider than those before and after', async () => {
    const page = await site.visit('/timeline/', DESK);
    const marks = await marksOn(page);
    const at = (day: string) => marks.find(({ name }) => name.startsWith(`${day},`))?.x ?? NaN;
    const rate = (from: string, to: string) =>
      (at(to) - at(from)) / ((Date.parse(to) - Date.parse(from)) / 86_400_000);
    const middle = rate('10 Mar 2025', '28 Jul 2025');
    expect(middle).toBeGreaterThan(8 * rate('20 Nov 2017', '16 Jan 2025'));
    expect(middle).toBeGreaterThan(4 * rate('27 Aug 2025', '8 Apr 2026'));
    await page.context().close();
  });

  test('choose a time by a stroke over them, which a click beside the marks takes back', async () => {
    const page = await site.visit('/timeline/', DESK);
    const marks = await marksOn(page);
    const at = (day: string) => marks.find(({ name }) => name.startsWith(`${day},`))?.x ?? NaN;
    const y = (await page.locator('.tl-lanes').boundingBox())?.y ?? NaN;
    const months = () =>
      page
        .locator(SHOWN)
        .evaluateAll((all) => all.map((one) => one.querySelector('time')?.dateTime));
    await page.mouse.move(at('10 Mar 2025') - 4, y + 60);
    await page.mouse.down();
    await page.mouse.move(at('22 Apr 2025'), y + 70, { steps: 4 });
    await page.mouse.move(at('29 Apr 2025') + 4, y + 60);
    await page.mouse.up();
    expect(new URL(page.url()).search).toBe('?from=2025-03&to=2025-04');
    const expected = entries.filter(({ date }) => /^2025-0[34]/.test(date)).map(({ date }) => date);
    expect(await months()).toEqual(expected);
    const shade = await page.locator('.tl-brush').boundingBox();
    expect(shade?.x).toBeLessThan(at('10 Mar 2025'));
    expect((shade?.x ?? 0) + (shade?.width ?? 0)).toBeGreaterThan(at('29 Apr 2025'));
    await page.mouse.click(at('10 Mar 2025'), y + 20);
    expect(new URL(page.url()).search).toBe('');
    expect(await page.locator(SHOWN).count()).toBe(entries.length);
    expect(await page.locator('.tl-brush').getAttribute('width')).toBe('0');
    await page.context().close();
  });

  test('choose a time by the fields alone; a time that ends before it begins is told', async () => {
    const page = await site.visit('/timeline/?from=2026-01', DESK);
    const late = entries.filter(({ date }) => date >= '2026').length;
    expect(await page.locator(SHOWN).count()).toBe(late);
    await page.goto(`${site.url}/timeline/?from=2025-06&to=2025-03`);
    await expect
      .poll(() => page.locator('.choices output').innerText())
      .toContain('No entry for to "2025-03"');
    await page.context().close();
  });

  test('are one stop for Tab; arrows lead along a lane and to the next one', async () => {
    const page = await site.visit('/timeline/', DESK);
    expect(await page.locator('.tl-frame [tabindex="0"]').count()).toBe(1);
    await page.locator('.tl-frame [tabindex="0"]').focus();
    const first = await focused(page);
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).not.toBe(first);
    await page.keyboard.press('Home');
    expect(await focused(page)).toBe('Jason Gunthorpe');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('Ankit Agrawal');
    await page.keyboard.press('End');
    expect(await focused(page)).toMatch(/^5 Jul 2025, Ankit Agrawal, posting/);
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toMatch(/^4 Jul 2025, Jason Gunthorpe, mail V9-JGG\d$/);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.tl'))).toBeNull();
    await page.keyboard.press('Shift+Tab');
    expect(await focused(page)).toMatch(/^4 Jul 2025/);
    expect(await page.locator('.tl-said').textContent()).toMatch(/^4 July 2025, Jason Gunthorpe: /);
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#e2025-07-04-jason-gunthorpe');
    expect(page.faults.errors).toEqual([]);
    await page.context().close();
  });

  test('choose from the list by a name or a version, and show everything for a faded mark', async () => {
    const page = await site.visit('/timeline/', DESK);
    await page.getByRole('button', { name: 'Will Deacon' }).click();
    expect(new URL(page.url()).search).toBe('?person=will-deacon');
    for (const text of await page.locator(SHOWN).allTextContents())
      expect(text).toContain('Will Deacon');
    await page.getByRole('button', { name: 'v9' }).click();
    expect(new URL(page.url()).search).toBe('?person=will-deacon&during=v9');
    const of = (name: string) => versions.find(({ version }) => version === name)?.date ?? '';
    const expected = entries.filter(
      ({ actor, date }) => actor.includes('Will Deacon') && date >= of('v9') && date < of('v10'),
    );
    expect(await page.locator(SHOWN).count()).toBe(expected.length);
    expect(await page.locator('.tl-frame [aria-pressed=true]').count()).toBe(2);
    await page.getByRole('button', { name: 'v9' }).click();
    expect(new URL(page.url()).search).toBe('?person=will-deacon');

    const faded = page.locator(`${MARK}.tl-off`).first();
    const target = await faded.getAttribute('href');
    await faded.click();
    expect(await page.locator(`${target}`).isVisible()).toBe(true);
    expect(await page.locator(`${MARK}.tl-off`).count()).toBe(0);
    await page.context().close();
  });

  test('stay in their own frame on a phone, with who it is in sight', async () => {
    const page = await site.visit('/timeline/', PHONE);
    const frame = page.locator('.tl-frame');
    await frame.evaluate((one) => one.scrollTo(400, 0));
    const [who, box] = [await page.locator('.tl-who').boundingBox(), await frame.boundingBox()];
    expect(Math.abs((who?.x ?? 0) - (box?.x ?? 99))).toBeLessThan(2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(
      PHONE.viewport.width,
    );
    await page.context().close();
  });

  test('have no axe violation while a person is chosen, in both themes', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await site.visit('/timeline/?person=oliver-upton', { ...DESK, colorScheme });
      expect(await axeFindings(page, '.tl')).toEqual([]);
      await page.context().close();
    }
  });
});

test('a bar leads to the years of the timeline, those that are chosen', async () => {
  const page = await site.visit('/timeline/', DESK);
  const years = page.locator('.jump a');
  expect(await years.allTextContents()).toEqual([
    ...new Set(entries.map(({ date }) => date.slice(0, 4))),
  ]);
  await page.getByLabel('during').selectOption('v3');
  expect(await years.filter({ visible: true }).allTextContents()).toEqual(['2025']);
  await page.context().close();
});
