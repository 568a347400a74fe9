import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstSentence, isValue, type ApiEntry } from '../../src/api/api.ts';
import { cachedApi } from '../../src/api/cache.ts';
import { renderApiReport, undocumented } from '../../src/api/check.ts';
import { GROUPS } from '../../src/api/groups.ts';
import { readApi } from '../../src/api/read.ts';
import * as model from '../../src/model/index.ts';
import { root } from '../../src/root.ts';
import { DESK, Site } from '../site/browser.ts';
import { axeFindings } from '../support/axe.ts';

let site: Site;
let api: readonly ApiEntry[];
beforeAll(async () => {
  api = await cachedApi();
  site = await Site.open();
});
afterAll(() => site.close());

const PATH = '/reference/api/';

/** Names that src/model/index.ts exports, as its text has them, and the text of the files that it hands on whole. */
function exported(file = 'src/model/index.ts'): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const lists = [...text.matchAll(/export \* from '(.+)'/g)];
  const handedOn = lists.flatMap(([, list = '']) => exported(join(file, '..', list)));
  const listed = [...text.matchAll(/export (?:type )?\{([^}]*)\}/g)]
    .flatMap(([, names = '']) => names.split(','))
    .map((name) => name.replace(/^\s*(type\s+)?/, '').trim())
    .filter(Boolean);
  const declared = [
    ...text.matchAll(/^export (?:function|const|class|interface|type) (\w+)/gm),
  ].map(([, name = '']) => name);
  return [...listed, ...declared, ...handedOn];
}

test('every public name has an entry, at the line of its declaration', () => {
  expect(api.map(({ name }) => name).toSorted()).toEqual(exported().toSorted());
  expect(
    api
      .filter(isValue)
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(Object.keys(model).toSorted());
  for (const { name, file, line } of api) {
    const declaration = readFileSync(join(root, file), 'utf8').split('\n')[line - 1];
    expect(declaration, `${file}:${line}`).toMatch(new RegExp(`\\b${name}\\b`));
  }
});

test('every declaration says its type, of an arrow under a name too', () => {
  const signatures = new Map(api.map(({ name, signature }) => [name, signature] as const));
  expect([...signatures.values()].filter((one) => one.endsWith(': undefined'))).toEqual([]);
  expect(signatures.get('csvLine')).toBe('csvLine(cells: readonly string[]): string');
});

test('a parameter that is taken apart is named as the source writes it', () => {
  const names = new Map(api.map(({ name, parts }) => [name, parts.map((part) => part.name)]));
  expect([...names.values()].flat().filter((name) => name.startsWith('__'))).toEqual([]);
  expect(names.get('putBits')).toEqual(['word', '{ hi, lo }', 'value']);
});

test('every name has its entry on the page of its group: anchor, declaration, words', async () => {
  const page = await site.visit(PATH, { ...DESK, javaScriptEnabled: false });
  for (const { area, route, title } of GROUPS) {
    await page.goto(route);
    expect(await page.locator('.tabs [aria-current=page]').textContent()).toContain(title);
    const own = api.filter((entry) => entry.area === area);
    const entries = await page.$$eval('.api', (all) =>
      all.map((entry) => ({
        id: entry.querySelector('h3')?.id,
        declaration: entry.querySelector('pre')?.textContent,
        text: entry.textContent.replace(/\s+/g, ' '),
        parts: [...entry.querySelectorAll('tbody th')].map((part) => part.textContent),
      })),
    );
    expect(entries.map(({ id }) => id).toSorted(), route).toEqual(
      own.map(({ name }) => name).toSorted(),
    );
    for (const { name, signature, doc, parts, file, line } of own) {
      const entry = entries.find(({ id }) => id === name);
      expect(entry?.declaration, name).toBe(signature);
      expect(entry?.parts, name).toEqual(
        parts.map((part) => `${part.name}${part.optional ? '?' : ''}`),
      );
      const words = firstSentence(doc).replaceAll('`', '').replace(/^- /, '');
      expect(entry?.text, name).toContain(words.replace(/\.$/, ''));
      expect(entry?.text, name).toContain(`${file}:${line}`);
    }
  }
  await page.context().close();
});

test('the index has every name at its old anchor, and each leads to its entry', async () => {
  const page = await site.visit(PATH, { ...DESK, javaScriptEnabled: false });
  const rows = await page.$$eval('.api-index tbody tr', (all) =>
    all.map((row) => [row.id, row.querySelector('th a')?.getAttribute('href')]),
  );
  expect(rows).toEqual(api.map(({ name, area }) => [name, `${PATH}${area}/#${name}`]));
  expect(await page.locator('.tab-controls:visible').count()).toBe(0);
  // The sections of the one page that the API was.
  for (const id of 'architecture kernel machine policies search reasons common'.split(' '))
    expect(await page.locator(`#${id} a[href^="${PATH}"]:visible`).count(), id).toBeGreaterThan(0);
  const ids = await page.$$eval('main [id]', (all) => all.map((one) => one.id));
  expect(ids.filter((id, i) => ids.indexOf(id) < i)).toEqual([]);
  await page.context().close();
});

test('an old link leads on to the entry', async () => {
  const page = await site.visit(`${PATH}#handleFault`, DESK);
  await page.waitForURL(`**${PATH}kvm/#handleFault`);
  expect(await page.locator('#handleFault').isVisible()).toBe(true);
  const other = await site.visit(`${PATH}#nobody`, DESK);
  expect(new URL(other.url()).hash).toBe('#nobody');
  expect(other.faults.errors).toEqual([]);
});

test('names are found as they are typed, in any case, and the address keeps it', async () => {
  const page = await site.visit(PATH, DESK);
  const shown = page.locator('.api-index tbody tr:visible');
  const field = page.getByRole('searchbox', { name: 'Name' });
  await field.fill('MAIR');
  await expect
    .poll(() => shown.count())
    .toBe(api.filter(({ name }) => name.toLowerCase().includes('mair')).length);
  expect(new URL(page.url()).searchParams.get('api.find')).toBe('MAIR');
  await page.locator('[name="api.kind"]').selectOption('function');
  await expect.poll(() => shown.locator('th').allTextContents()).toEqual(['decodeMairAttr']);
  expect(await axeFindings(page, '.api-index')).toEqual([]);

  await field.fill('<script>');
  await expect.poll(() => page.locator('.tab-empty').isVisible()).toBe(true);
  expect(await field.inputValue()).toBe('<script>');
  await page.getByRole('button', { name: 'Remove Name: “<script>”' }).click();
  const functions = api.filter(({ kind }) => kind === 'function').length;
  await expect.poll(() => shown.count()).toBe(functions);
  expect(page.faults.errors).toEqual([]);
  await page.context().close();
});

test('names and sources of a docstring are links, within the group and beyond', async () => {
  const page = await site.visit(`${PATH}kvm/`, { ...DESK, javaScriptEnabled: false });
  const links = (name: string) =>
    page
      .locator(`.api[aria-labelledby=${name}] a`)
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  const own = await links('handleFault');
  for (const href of ['#KernelName', '#FaultInput', '#FaultDecision', '/sources/#CODE734'])
    expect(own).toContain(href);
  const types = new Map(api.map(({ name, area }) => [name, area] as const));
  await page.goto(`${PATH}explore/`);
  const beyond = (await links('exploredOf')).filter((href) => href?.startsWith(PATH));
  expect(beyond.length).toBeGreaterThan(0);
  for (const href of beyond) {
    const [area = '', name = ''] = href?.slice(PATH.length).split('/#') ?? [];
    expect(types.get(name)).toBe(area);
  }
  await page.context().close();
});

test('search finds a name of the API and leads to its entry', async () => {
  const page = await site.visit('/', DESK);
  await page.keyboard.press('/');
  await page.locator('.search input').waitFor();
  await page.keyboard.type('handleGuestMemfdFault');
  const link = page.locator(
    '.pagefind-ui__result-link[href$="/reference/api/kvm/#handleGuestMemfdFault"]',
  );
  await link.first().waitFor();
  await link.first().click();
  await page.waitForURL('**/reference/api/kvm/#handleGuestMemfdFault');
  expect(await page.locator('#handleGuestMemfdFault').isVisible()).toBe(true);
});

test('each group has its Markdown, is in llms.txt and on the site map', async () => {
  const text = async (path: string) => (await fetch(site.url + path)).text();
  const [llms, full, map] = await Promise.all(
    ['/llms.txt', '/llms-full.txt', '/sitemap-0.xml'].map(text),
  );
  for (const { route, about, area } of GROUPS) {
    const markdown = await text(route.replace(/\/$/, '.md'));
    expect(llms).toContain(`${route.replace(/\/$/, '.md')}): ${about}`);
    expect(map).toContain(`${route}<`);
    for (const { name, signature } of api.filter((entry) => entry.area === area)) {
      expect(markdown, name).toContain(name);
      expect(markdown.replaceAll(/\s+/g, ' '), name).toContain(signature.replaceAll(/\s+/g, ' '));
    }
    expect(full).toContain(markdown.trim());
  }
});

describe('a public name without a docstring', async () => {
  const names = await readApi(
    'tests/reference/fixtures/model/kvm/names.ts',
    'tests/reference/fixtures/tsconfig.json',
  );

  test('is found, and one with a docstring is not', () => {
    expect(names.map(({ name, doc }) => [name, doc])).toEqual([
      ['documented', 'Has a docstring. Source: CODE734.'],
      ['Undocumented', ''],
    ]);
    expect(undocumented(names)).toHaveLength(1);
  });

  test('is reported with file, line and remedy', () => {
    expect(renderApiReport(names)).toBe(
      'tests/reference/fixtures/model/kvm/names.ts:4  Undocumented\n' +
        '  received  a public interface without a docstring\n' +
        '  expected  /** What it means, its units or bits, its errors, its source. */\n' +
        '  remedy    Write one above the declaration, or take the name out of src/model/index.ts.\n\n' +
        '1 of 2 public names without a docstring.\n',
    );
  });

  test('is none in the model', () => expect(undocumented(api)).toEqual([]));
});
