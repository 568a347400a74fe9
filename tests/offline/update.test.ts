import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { LIMIT, LIST, WORKER, type Edition } from '../../src/offline/edition.ts';
import { putOffline } from '../../src/offline/integration.ts';
import { BUILD_MS, builtSite } from '../site/build.ts';
import { DESK } from '../site/browser.ts';
import { Contexts } from '../support/contexts.ts';
import { saidOfServing } from '../support/said.ts';
import { Host } from './host.ts';
import { keepAll, ran, saysOf } from './reader.ts';

/* A host that puts another build in the place of the one that a reader keeps. */
vi.setConfig({ testTimeout: 300_000 });

const CHAPTER = 'guide/fwb-and-dic/';
let contexts: Contexts;
let temporary = '';
/** The build that is kept, and one made later: a chapter, the marks and the sandbox are others. */
let earlier = '';
let later = '';

beforeAll(async () => {
  contexts = await Contexts.open();
  temporary = mkdtempSync(join(tmpdir(), 'editions-'));
  earlier = await builtSite();
  later = join(temporary, 'later');
  cpSync(earlier, later, { recursive: true });
  change(`${CHAPTER}index.html`, (html) => html.replace(/(<h1[^>]*>)/, '$1Later: '));
  for (const name of ['sandbox.html', 'sandbox-whole.html'])
    change(name, (html) => html.replace('<title>', '<title>Later: '));
  await putOffline(later);
}, BUILD_MS);
afterAll(async () => {
  await contexts.close();
  rmSync(temporary, { recursive: true });
});

function change(name: string, to: (text: string) => string): void {
  const file = join(later, name);
  writeFileSync(file, to(readFileSync(file, 'utf8')));
}

let host: Host;
let context: BrowserContext;
let page: Page;
/** Of which build the chapter is that is shown, and the sandbox in which its snippet ran. */
async function shown(of: Page): Promise<string[]> {
  expect(await ran(of)).toMatch(/^Ran/);
  const heading = await of.locator('h1').innerText();
  const frame = of.frames().find((one) => one !== of.mainFrame());
  const title = (await frame?.title()) ?? '';
  return [heading, title].map((text) => (text.startsWith('Later: ') ? 'later' : 'earlier'));
}

describe('who has kept a build', () => {
  beforeEach(async () => {
    host = await Host.open(earlier);
    context = await contexts.newContext(DESK);
    page = await context.newPage();
    await keepAll(page, host);
    await host.leave();
  });
  afterEach(async () => {
    await context.close();
    await host.leave();
  });

  test('goes on with it until no page of it is open, and is told when another is here', async () => {
    await host.back(later);
    await page.goto(host.at(CHAPTER));
    const bar = page.locator('.kept-newer');
    await bar.waitFor();
    expect(await shown(page)).toEqual(['earlier', 'earlier']);
    const second = await context.newPage();
    await second.goto(host.at(CHAPTER));
    expect(await shown(second)).toEqual(['earlier', 'earlier']);

    await bar.getByRole('button', { name: 'Take it' }).click();
    await expect.poll(() => bar.innerText()).toContain('1 more is. Close it');
    expect(await shown(page)).toEqual(['earlier', 'earlier']);
    await second.close();
    await bar.getByRole('button', { name: 'Take it' }).click();
    await expect.poll(() => page.locator('h1').innerText()).toMatch(/^Later/);
    expect(await shown(page)).toEqual(['later', 'later']);

    const { id } = JSON.parse(readFileSync(join(later, LIST), 'utf8')) as Edition;
    expect(await page.evaluate(() => caches.keys())).toEqual([`stage-two / ${id}`]);
  });

  test('is given none that is half there, and can fetch it once it is whole', async () => {
    const torn = join(temporary, 'torn');
    cpSync(earlier, torn, { recursive: true });
    for (const name of [LIST, WORKER]) cpSync(join(later, name), join(torn, name));
    await host.back(torn);
    await page.goto(host.at('offline/'));
    await expect.poll(() => saysOf(page)).toBe('failed');
    expect(await page.locator('[data-says=failed]').innerText()).toMatch(
      /^It could not be kept: .+/,
    );

    // The build before is whole, and goes on to answer.
    await host.leave();
    await page.goto(host.at(CHAPTER));
    expect(await shown(page)).toEqual(['earlier', 'earlier']);
    await host.back(later);
    await page.goto(host.at('offline/'));
    await expect.poll(() => saysOf(page)).toBe('newer');
    await page.locator('[data-says=newer] [data-do=take]').click();
    await expect.poll(() => saysOf(page)).toBe('kept');
    await page.goto(host.at(CHAPTER));
    expect(await shown(page)).toEqual(['later', 'later']);
  });
});

test('an edition is what the build holds, below its limit, and the same each time', async () => {
  const list = (): string => readFileSync(join(later, LIST), 'utf8');
  const before = list();
  await putOffline(later);
  expect(list()).toBe(before);
  const { files, bytes } = JSON.parse(before) as Edition;
  const paths = files.map(([path]) => path);
  expect(paths).toContain(CHAPTER);
  expect(paths.filter((path) => /^(print|sources\/.|previews|_headers)/.test(path))).toEqual([]);
  expect(bytes).toBeLessThan(LIMIT);
  const where = /ask for it: (\d+) MB in some (\d+) files/;
  expect(saidOfServing(where, [bytes / 1e6, files.length])).toEqual([true, true]);
});
