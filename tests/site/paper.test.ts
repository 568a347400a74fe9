import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseHtml } from '../../src/editions/dom.ts';
import { DESK, Site } from './browser.ts';

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

const onPaper = async (path: string) => {
  const page = await site.visit(path, DESK);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  return page;
};

// How wide it and its tables are is asked of all pages, in pages.test.ts.
describe('a page on paper', () => {
  test('has the text and its sources, black on white, and none of the ways around', async () => {
    const page = await onPaper('/guide/one-mail-one-bug/');
    for (const control of ['.top', '#contents', '.pager', '.foot'])
      expect(await page.locator(`${control}:visible`).count(), control).toBe(0);
    expect(await page.locator('.sources li').first().isVisible()).toBe(true);
    const paper = await page.evaluate(
      () => getComputedStyle(document.documentElement).backgroundColor,
    );
    expect(paper).toBe('rgb(255, 255, 255)');
  });

  test.each([
    ['/guide/one-mail-one-bug/', 'main :is(button, select, input)'],
    ['/guide/a-leak-in-six-steps/', 'main :is(button, select, input)'],
    ['/guide/two-stages-one-attribute/', 'main :is(button, select, input)'],
    ['/timeline/', 'main :is(button, select)'],
    ['/glossary/', 'main :is(.jump, input, button)'],
    ['/debate/', 'main .jump'],
  ])('of %s has no controls', async (path, controls) => {
    const page = await onPaper(path);
    expect(await page.locator(controls).count()).toBeGreaterThan(0);
    expect(await page.locator(controls).filter({ visible: true }).count()).toBe(0);
  });

  test('has the words of a story as wide as its pictures', async () => {
    const page = await onPaper('/guide/one-mail-one-bug/');
    const widths = await page
      .locator('.strip > li')
      .evaluateAll((frames) =>
        frames.map((frame) =>
          ['svg', '.strip-text'].map(
            (part) => frame.querySelector(part)?.getBoundingClientRect().width ?? 0,
          ),
        ),
      );
    expect(widths.length).toBeGreaterThan(1);
    for (const [picture, words] of widths) expect(words).toBeGreaterThanOrEqual(picture ?? 0);
  });

  test('has all kernels beside each other, and no case a letter a line', async () => {
    const page = await onPaper('/observations/');
    const tall = await page
      .locator('.om tbody th')
      .evaluateAll((cases) => cases.map((one) => one.getBoundingClientRect().height));
    expect(tall.length).toBeGreaterThan(50);
    for (const one of tall) expect(one).toBeLessThan(100);
  });

  test('has the answers to its checks', async () => {
    const page = await onPaper('/guide/one-mail-one-bug/');
    const answers = page.locator('.check > details > :not(summary)');
    expect(await answers.count()).toBeGreaterThanOrEqual(3);
    for (const answer of await answers.all())
      expect((await answer.boundingBox())?.height).toBeGreaterThan(0);
  });

  test('has what a first reader may leave out', async () => {
    const page = await onPaper('/guide/caches-and-points/');
    const folded = page.locator('details.more:not([open]) > :not(summary)');
    expect(await folded.count()).toBeGreaterThan(3);
    for (const part of await folded.all())
      expect((await part.boundingBox())?.height).toBeGreaterThan(0);
  });

  test('has what is folded until a reader asks for it, drawn as on the screen', async () => {
    const page = await site.visit('/guide/nine-policies-on-trial/', DESK);
    const late = page.locator('details[data-late]');
    const pair = late.locator('.ev-pair').first();
    const shape = () => pair.evaluate((one) => getComputedStyle(one).display);
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    for (const fold of await late.all())
      expect(
        (await fold.locator('> :not(summary, link)').first().boundingBox())?.height,
      ).toBeGreaterThan(0);
    expect(await shape()).toBe('flex');
    await page.emulateMedia({ media: 'screen' });
    expect(await shape()).toBe('block');
    await late.first().locator('summary').click();
    await expect.poll(shape).toBe('flex');
  });

  test('has its proofs in one column', async () => {
    const page = await onPaper('/guide/nine-policies-on-trial/');
    const proofs = page.locator('.vt-proof');
    const left = await proofs.evaluateAll((all) => [
      ...new Set(all.map((one) => one.getBoundingClientRect().left)),
    ]);
    expect(await proofs.count()).toBeGreaterThan(1);
    expect(left.length).toBe(1);
  });
});

test('the print edition has neither head nor contents list, and counts its chapters through', () => {
  const html = parseHtml(readFileSync(join(site.folder, 'print/index.html'), 'utf8'));
  for (const gone of ['.top', '#contents']) expect(html.querySelectorAll(gone).length).toBe(0);
  const lists = [...html.querySelectorAll('.edition-contents ol')];
  let next = 1;
  for (const list of lists) {
    expect(Number(list.getAttribute('start'))).toBe(next);
    next += list.querySelectorAll('li').length;
  }
  expect(lists.length).toBeGreaterThan(5);
  expect(next - 1).toBe(html.querySelectorAll('.edition > article').length);
});
