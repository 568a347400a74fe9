import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Contexts } from '../support/contexts.ts';
import { handleFault } from '../../src/model/index.ts';
import { decisionKey } from '../../src/observations/key.ts';
import { handOn } from './support/hand.ts';
import { fence, serveSnippets } from './support/site.ts';
import type { Site } from './support/site.ts';

/* The mark of a verdict that a kernel was seen to give. */

const CODE = `import { handleFault } from 'stage-two';
const vma = { vmPfnmap: true, attrIndx: 'MT_NORMAL' } as const;
show(handleFault('v7.3', { vma, fwb: true, dic: true, access: 'read' }));`;
const OLDER = CODE.replace('v7.3', 'v6.16');

const vma = { vmPfnmap: true, attrIndx: 'MT_NORMAL' } as const;
const fault = (kernel: 'v6.16' | 'v7.3', host: boolean) =>
  decisionKey(handleFault(kernel, { vma, fwb: host, dic: host, access: 'read' }));
const SEEN = {
  [fault('v7.3', true)]: { on: 'Linux 7.3.4, neoverse-v1', href: '/observations/7.3.4/#case-a' },
  [fault('v6.16', true)]: {
    on: 'Linux 6.12.95, neoverse-v1',
    href: '/observations/6.12.95/#case-a',
  },
};
const HERE = ['seen on Linux 7.3.4, neoverse-v1'];
const THERE = ['seen on Linux 6.12.95, neoverse-v1'];

let site: Site;
let browser: Contexts;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [site, browser] = await Promise.all([
    serveSnippets([fence('seen', CODE)], 0, SEEN),
    Contexts.open(),
  ]);
}, 300_000);
afterAll(() => Promise.all([browser?.close(), site?.close()]));
beforeEach(async () => {
  context = await browser.newContext();
  page = await context.newPage();
  await page.goto(site.url);
});
afterEach(() => context.close());

const { output, press, noted, run, type } = handOn(() => page);
const marks = (): Promise<string[]> => page.locator('#seen .snip-out .seen').allInnerTexts();

/** Holds the list back until the test lets it go. */
async function holdList(): Promise<() => void> {
  let go = (): void => {};
  const held = new Promise<void>((resolve) => (go = resolve));
  await context.route('**/seen.json', async (route) => {
    await held;
    await route.continue();
  });
  return go;
}

/** Lets the list go, and gives the page the time to draw what comes of it. */
async function listComes(go: () => void): Promise<void> {
  const [answered] = await Promise.all([page.waitForResponse('**/seen.json'), go()]);
  await answered.finished();
  await page.waitForTimeout(200);
}

test('stands without script, and after Run, which asks for no list', async () => {
  expect(await marks()).toEqual(HERE);
  const built = await output('seen');
  site.asked.length = 0;
  expect(await run('seen')).toBe(built);
  expect(await marks()).toEqual(HERE);
  expect(site.asked).not.toContain('/seen.json');
  const href = await page.locator('#seen .snip-out .seen').getAttribute('href');
  expect(href).toBe('/observations/7.3.4/#case-a');
});

test('goes where the output was not seen, and comes where another was', async () => {
  site.asked.length = 0;
  await type('seen', CODE.replace('fwb: true', 'fwb: false'));
  expect(await run('seen')).toContain('stage-2 fault, v7.3');
  expect(await marks()).toEqual([]);
  await type('seen', OLDER);
  expect(await run('seen')).toContain('stage-2 fault, v6.16');
  await expect.poll(marks).toEqual(THERE);
  expect(site.asked.filter((path) => path === '/seen.json')).toHaveLength(1);
  await press('seen', 'reset');
  await noted('seen', /^As it was/);
  expect(await marks()).toEqual(HERE);
});

test('does not stand on an answer that the reader made up', async () => {
  const other = CODE.replace('show(', 'show({ ...').replace('));', "), errno: 'EPERM' });");
  await Promise.all([page.waitForResponse('**/seen.json'), type('seen', other)]);
  expect(await run('seen')).toContain('EPERM');
  await page.waitForTimeout(200);
  expect(await marks()).toEqual([]);
});

test('is left out where the list does not come', async () => {
  await context.route('**/seen.json', (route) => route.abort());
  await type('seen', `${CODE} // changed`);
  expect(await run('seen')).toContain('stage-2 fault, v7.3');
  await page.waitForTimeout(200);
  expect(await marks()).toEqual([]);
});

test('comes late where the list is late; the run has ended before', async () => {
  const go = await holdList();
  await type('seen', OLDER);
  expect(await run('seen')).toContain('stage-2 fault, v6.16');
  expect(await page.locator('#seen [data-do=run]').innerText()).toBe('Run your version');
  expect(await marks()).toEqual([]);
  go();
  await expect.poll(marks).toEqual(THERE);
});

test('that comes after Reset leaves the output of the chapter alone', async () => {
  const go = await holdList();
  await type('seen', OLDER);
  await run('seen');
  await press('seen', 'reset');
  await noted('seen', /^As it was/);
  await listComes(go);
  expect(await marks()).toEqual(HERE);
});

test('that comes after another run leaves the output of that run alone', async () => {
  const go = await holdList();
  await type('seen', OLDER);
  await run('seen');
  await type('seen', "console.log('another');");
  await press('seen', 'run');
  await page.locator('#seen .snip-out .ev').getByText('another').waitFor();
  await listComes(go);
  expect(await output('seen')).toBe('another');
});

test('that comes while the reader is in the output does not take the focus away', async () => {
  const go = await holdList();
  await type('seen', OLDER);
  await run('seen');
  const within = page.locator('#seen .snip-out :is(a, button, summary, [tabindex])').first();
  await within.focus();
  await listComes(go);
  expect(await within.evaluate((el) => el === document.activeElement)).toBe(true);
});
