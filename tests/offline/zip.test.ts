import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { makeArchive, TOP, type Archive } from '../../scripts/zip/make-archive.ts';
import { stateDate } from '../../scripts/zip/state-date.ts';
import { BUILD_MS, builtInFolder, FOLDER } from '../site/build.ts';
import { DESK } from '../site/browser.ts';
import { crawl } from '../site/crawl.ts';
import { Contexts } from '../support/contexts.ts';
import { saidOfServing } from '../support/said.ts';
import { Host } from './host.ts';
import { askWorkbench, moveFigure, ran, searched } from './reader.ts';

/*
 * The archive, unpacked by another program and served under two addresses. Any site that was built for a
 * folder will do: `npm run zip` builds one of its own.
 */
vi.setConfig({ testTimeout: 300_000 });

const DATE = new Date(Date.UTC(2025, 2, 31, 8, 0, 30));
const POLICY =
  "const policy = { name: 'x', onMemslot: () => 'accepted', onFault: () => ({ map: 'device', maintain: true }) };";
let contexts: Contexts;
let temporary = '';
let archive: Archive;
/** Where the archive was unpacked. */
let folder = '';

beforeAll(async () => {
  temporary = mkdtempSync(join(tmpdir(), 'archive-'));
  archive = await made('one');
  const file = join(temporary, 'stage-two.zip');
  writeFileSync(file, archive.bytes);
  execFileSync('python3', ['-m', 'zipfile', '-e', file, join(temporary, 'unpacked')]);
  folder = join(temporary, 'unpacked', TOP);
  contexts = await Contexts.open();
}, BUILD_MS);
afterAll(async () => {
  await contexts?.close();
  rmSync(temporary, { recursive: true, force: true });
});

async function made(name: string): Promise<Archive> {
  const site = join(temporary, name);
  mkdirSync(site);
  cpSync(await builtInFolder(), site, { recursive: true });
  return makeArchive(site, FOLDER, DATE);
}

test('the same site and date make the same archive, to the byte', async () => {
  const other = await made('two');
  expect(Buffer.compare(archive.bytes, other.bytes)).toBe(0);
});

test('it says what it is', () => {
  const text = readFileSync(join(folder, 'README.txt'), 'utf8');
  expect(text).toContain(`edition ${archive.edition}, state of 2025-03-31`);
  expect(existsSync(join(folder, '_headers'))).toBe(false);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  const count = files.filter((file) => file.isFile()).length;
  const where = /whole site, (\d+) MB in some (\d+) files/;
  expect(saidOfServing(where, [archive.bytes.length / 1e6, count])).toEqual([true, true]);
});

test.each(['/', '/stage%20two/', '/a/b/'])(
  'under %s every address leads somewhere',
  async (base) => {
    const { problems, found } = await crawl(folder, base, `https://host.example${FOLDER}`, [
      'llms.txt',
      '404.html',
    ]);
    expect(problems).toEqual([]);
    expect(found.size).toBeGreaterThan(600);
  },
);

describe.each(['/', '/stage%20two/'])('served under %s', (base) => {
  test('it is read, searched, run and judged', async () => {
    const host = await Host.open(folder, base);
    const page = await contexts.newPage(DESK);
    const problems: string[] = [];
    page.on('pageerror', ({ message }) => problems.push(message));
    page.on('response', (answer) => {
      if (!answer.ok()) problems.push(`${answer.status()} ${answer.url()}`);
    });
    await page.goto(host.at('guide/fwb-and-dic/'));
    expect(await ran(page)).toMatch(/^Ran/);
    expect((await searched(page, 'EFAULT')).startsWith(base)).toBe(true);
    await moveFigure(page, host);
    await askWorkbench(page, host);
    await page.goto(host.at('policies/'));
    await page.locator('stage-policies').dispatchEvent('pointerover');
    await page.locator('stage-policies[data-hydrated]').waitFor();
    await page.locator('.cm-content').focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(POLICY);
    const needs = page.locator('stage-policies [data-part=needs]');
    await expect.poll(() => needs.innerText()).toContain('An address to clean by');
    expect(problems).toEqual([]);
    await page.context().close();
    await host.leave();
  });
});

test('opened as a file it is read, leads on, and says what that cannot do', async () => {
  const page = await contexts.newPage(DESK);
  await page.goto(pathToFileURL(join(folder, 'index.html')).href);
  expect(await page.locator('.opened-as-file').innerText()).toMatch(/^Opened as a file/);
  expect(await page.locator('.search-open').isVisible()).toBe(false);
  await page.locator('.top-entries a', { hasText: 'Guide' }).click();
  await page.waitForURL('**/guide/index.html');
  const { fontFamily } = await page
    .locator('h1')
    .evaluate((one) => ({ fontFamily: getComputedStyle(one).fontFamily }));
  expect(fontFamily).toContain('Stage Read');
  await page.context().close();
});

test('the date is that of the state, or refused', () => {
  expect(stateDate({ SOURCE_DATE_EPOCH: '1743408000' })).toEqual(new Date('2025-03-31T08:00:00Z'));
  expect(() => stateDate({ SOURCE_DATE_EPOCH: 'today' })).toThrow(
    'SOURCE_DATE_EPOCH: received "today"; expected seconds since 1970; example: 1764547200',
  );
});
