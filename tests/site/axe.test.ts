import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings, limitColours, OF_COLOURS } from '../support/axe.ts';
import { Contexts } from '../support/contexts.ts';

/* That axe finds nothing on a page says something only because it finds what is there. */

let contexts: Contexts;
beforeAll(async () => void (contexts = await Contexts.open()));
afterAll(() => contexts.close());

const HEAD = '<!doctype html><html lang="en"><title>Faults</title>';
const FAULTS = '<main><h1>Faults</h1><p style="color: #aaa">pale</p><img src="data:,"></main>';
const FOUND = [
  /^color-contrast: <p style="color: #aaa">pale<\/p>$/,
  /^image-alt: <img src="data:,">$/,
];

test.each([
  ['one frame', HEAD + FAULTS],
  [
    'two frames',
    `${HEAD}${FAULTS}<iframe title="Frame" srcdoc="${HEAD.replaceAll('"', "'")}"></iframe>`,
  ],
])('the faults of a page are found in %s, each time anew', async (_, html) => {
  const page = await contexts.newPage();
  await page.setContent(html);
  const found = (await axeFindings(page)).filter((one) => /^(color-contrast|image-alt)/.test(one));
  expect(found).toEqual(FOUND.map((one) => expect.stringMatching(one)));
  await page.locator('img').evaluate((image) => image.setAttribute('alt', ''));
  expect(await axeFindings(page, 'img')).toEqual([]);
  expect(await axeFindings(page, 'p')).toEqual([expect.stringMatching(FOUND[0] ?? '')]);
});

test('a fault in a frame is found', async () => {
  const page = await contexts.newPage();
  const frame = `${HEAD}<main><h1>Frame</h1><img src='data:,'></main>`.replaceAll('"', "'");
  await page.setContent(
    `${HEAD}<main><h1>Page</h1><iframe title="Frame" srcdoc="${frame}"></iframe></main>`,
  );
  expect(await axeFindings(page)).toContainEqual(expect.stringMatching(FOUND[1] ?? ''));
});

test('colours are judged where that is asked, and all else everywhere', async () => {
  const page = await contexts.newPage();
  const pale = (word: string) => `<p id="${word}" style="color: #aaa">${word}</p>`;
  await page.setContent(
    `${HEAD}<main><h1>Faults</h1>${pale('one')}${pale('two')}<img src="data:,"></main>`,
  );
  await limitColours(page, '#two');
  expect((await axeFindings(page)).toSorted()).toEqual([
    `color-contrast: ${pale('two')}`,
    expect.stringMatching(FOUND[1] ?? ''),
  ]);
});

test('a link in a text stands out by its style or by its colour, or is found', async () => {
  const page = await contexts.newPage();
  const text = 'A line of words that is much longer than what it leads to, and has ';
  const link = (id: string, style: string) =>
    `<p style="color: #000">${text}<a id="${id}" href="#" style="text-decoration: none; ${style}">${id}</a>.</p>`;
  await page.setContent(
    `${HEAD}<main><h1>Links</h1>${link('line', 'color: #000; text-decoration: underline')}` +
      `${link('colour', 'color: #767676')}${link('neither', 'color: #222')}</main>`,
  );
  for (const only of [undefined, OF_COLOURS])
    expect(await axeFindings(page, undefined, only)).toEqual([
      expect.stringMatching(/^link-in-text-block: <a id="neither"/),
    ]);
  await page.locator('#neither').evaluate((one) => one.remove());
  expect(await axeFindings(page)).toEqual([]);
});

test('a target that is too small is found where that is asked', async () => {
  const page = await contexts.newPage();
  const small = '<button style="width: 12px; height: 12px; padding: 0">a</button>';
  await page.setContent(`${HEAD}<main><h1>Targets</h1>${small}${small}</main>`);
  expect(await axeFindings(page, undefined, ['target-size'])).toEqual([
    expect.stringMatching(/^target-size: <button/),
  ]);
  await page
    .locator('button')
    .last()
    .evaluate((button) => button.remove());
  expect(await axeFindings(page, undefined, ['target-size'])).toEqual([]);
});

test('a page that is in order has no finding', async () => {
  const page = await contexts.newPage();
  await page.setContent(`${HEAD}<main><h1>In order</h1><img src="data:," alt=""></main>`);
  expect(await axeFindings(page)).toEqual([]);
});
