import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstSentence, isValue, type ApiEntry } from '../../src/api/api.ts';
import { cachedApi } from '../../src/api/cache.ts';
import { renderApiReport, undocumented } from '../../src/api/check.ts';
import { readApi } from '../../src/api/read.ts';
import * as model from '../../src/model/index.ts';
import { root } from '../../src/root.ts';
import { DESK, Site } from '../site/browser.ts';

let site: Site;
let api: readonly ApiEntry[];
beforeAll(async () => {
  api = await cachedApi();
  site = await Site.open();
});
afterAll(() => site.close());

const PATH = '/reference/api/';

/** Names that src/model/index.ts exports, as its text has them. */
function exported(): string[] {
  const text = readFileSync(join(root, 'src/model/index.ts'), 'utf8');
  return [...text.matchAll(/export (?:type )?\{([^}]*)\}/g)]
    .flatMap(([, names = '']) => names.split(','))
    .map((name) => name.replace(/^\s*(type\s+)?/, '').trim())
    .filter(Boolean);
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

test('the page has an anchor, the declaration and the words of each name', async () => {
  const page = await site.visit(PATH, { ...DESK, javaScriptEnabled: false });
  const entries = await page.$$eval('.api', (all) =>
    all.map((entry) => ({
      id: entry.querySelector('h3')?.id,
      declaration: entry.querySelector('pre')?.textContent,
      text: entry.textContent.replace(/\s+/g, ' '),
      parts: [...entry.querySelectorAll('tbody th')].map((part) => part.textContent),
    })),
  );
  expect(entries.map(({ id }) => id).toSorted()).toEqual(api.map(({ name }) => name).toSorted());
  for (const { name, signature, doc, parts, file, line } of api) {
    const entry = entries.find(({ id }) => id === name);
    expect(entry?.declaration, name).toBe(signature);
    expect(entry?.parts, name).toEqual(
      parts.map((part) => `${part.name}${part.optional ? '?' : ''}`),
    );
    const words = firstSentence(doc).replaceAll('`', '').replace(/^- /, '');
    expect(entry?.text, name).toContain(words.replace(/\.$/, ''));
    expect(entry?.text, name).toContain(`${file}:${line}`);
  }
  await page.context().close();
});

test('names and sources of a docstring are links', async () => {
  const page = await site.visit(PATH, { ...DESK, javaScriptEnabled: false });
  const entry = page.locator('.api[aria-labelledby=handleFault]');
  const links = await entry
    .locator('a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  for (const href of ['#KernelName', '#FaultInput', '#FaultDecision', '/sources/#CODE734'])
    expect(links).toContain(href);
  await page.context().close();
});

test('search finds a name of the API and leads to its entry', async () => {
  const page = await site.visit('/', DESK);
  await page.keyboard.press('/');
  await page.locator('.search input').waitFor();
  await page.keyboard.type('handleGuestMemfdFault');
  const link = page.locator(
    '.pagefind-ui__result-link[href$="/reference/api/#handleGuestMemfdFault"]',
  );
  await link.first().waitFor();
  await link.first().click();
  await page.waitForURL('**/reference/api/#handleGuestMemfdFault');
  expect(await page.locator('#handleGuestMemfdFault').isVisible()).toBe(true);
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
