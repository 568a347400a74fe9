import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESK, PHONE, Site } from './browser.ts';
import { axeFindings } from '../support/axe.ts';
import { RANKING } from '../../src/search/ranking.ts';
import cases from './search-cases.json' with { type: 'json' };

const CASES = cases as readonly { readonly term: string; readonly route: string }[];

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

const RESULT = '.pagefind-ui__result-link';

test('slash opens it, typing finds sections with context, and arrows and Enter lead there', async () => {
  const page = await site.visit('/', DESK);
  await page.keyboard.press('/');
  await page.locator('.search input').waitFor();
  await page.keyboard.type('capability');
  await page.locator(RESULT).first().waitFor();
  expect(await page.locator('.search mark').first().textContent()).toMatch(/capability/i);
  await page.keyboard.press('ArrowDown');
  const focused = page.locator(`${RESULT}:focus`);
  const href = await focused.getAttribute('href');
  expect(href).toMatch(/^\/(guide|reference)\//);
  await page.keyboard.press('ArrowUp');
  expect(await page.locator('.search input:focus').count()).toBe(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${href}`);
  expect(page.faults.errors).toEqual([]);
  expect(page.faults.foreign).toEqual([]);
});

test('what is typed before the box has come is asked once it is there', async () => {
  const page = await site.visit('/', DESK);
  let come = (): void => {};
  const held = new Promise<void>((resolve) => (come = resolve));
  await page.route('**/pagefind-ui.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.keyboard.press('/');
  await page.locator('.search input:focus').waitFor();
  await page.keyboard.type('capabi');
  come();
  await page.locator(RESULT).first().waitFor();
  await page.keyboard.type('lity');
  await expect.poll(() => page.locator('.search input').inputValue()).toBe('capability');
  await expect
    .poll(() => page.locator('.pagefind-ui__message').textContent())
    .toContain('capability');
  expect(page.faults.errors).toEqual([]);
});

// cspell:ignore zzqqx qqqzzzxx xyzzyplugh foobarbaz asdfgh blorp
/** What no page has, and of which words of the site are the beginning. */
const NONSENSE = [
  'zzqqx',
  'qqqzzzxx',
  'xyzzyplugh',
  'foobarbaz',
  'asdfgh',
  'blorp',
  'KVM_CAP_FOO_9',
];

// What engineers type, and the page that answers them: it has to be among the first two.
describe('what is typed', () => {
  const found = new Map<string, readonly string[]>();
  beforeAll(async () => {
    const page = await site.visit('/', DESK);
    const terms = [...CASES.map(({ term }) => term), ...NONSENSE];
    // As a text, because the runner would take this import for one of its own.
    const answers = await page.evaluate<[string, string[]][]>(`(async () => {
      const pagefind = await import('/pagefind/fitting/pagefind.js');
      await pagefind.options({ ranking: ${JSON.stringify(RANKING)} });
      const all = [];
      for (const term of ${JSON.stringify(terms)}) {
        const { results } = await pagefind.search(term);
        const pages = await Promise.all(results.slice(0, 2).map((result) => result.data()));
        all.push([term, pages.map(({ url }) => url.replace(/[?#].*$/, ''))]);
      }
      return all;
    })()`);
    for (const [term, routes] of answers) found.set(term, routes);
    await page.context().close();
  });

  test.each(CASES)('$term leads to $route', ({ term, route }) => {
    expect(found.get(term)).toContain(route);
  });

  test.each(NONSENSE)('%s leads nowhere', (term) => expect(found.get(term)).toEqual([]));
});

test.each(CASES.slice(0, 3))('the box leads from $term to $route', async ({ term, route }) => {
  const page = await site.visit('/', DESK);
  await page.keyboard.press('/');
  await page.locator('.search input').fill(term);
  await page.locator(RESULT).first().waitFor();
  const results = page.locator('.pagefind-ui__result');
  const first = await results.evaluateAll((all) =>
    all
      .slice(0, 2)
      .map((one) => one.querySelector('.pagefind-ui__result-title a')?.getAttribute('href')),
  );
  expect(first.map((href) => href?.replace(/[#?].*$/, ''))).toContain(route);
  // It says of what kind the page is, and not by which words it was found.
  const shown = await results.first().innerText();
  expect(shown).toMatch(/Chapter|Reference|API|Glossary|Debate|Kernels/);
  expect(shown).not.toMatch(/words:/i);
});

test('an empty search shows where to begin, and so does one that finds nothing and says it', async () => {
  const page = await site.visit('/', DESK);
  await page.keyboard.press('/');
  const starts = page.locator('.search-starts');
  await starts.waitFor();
  expect(await starts.locator('a').count()).toBe(6);
  for (const href of await starts
    .locator('a')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href'))))
    expect((await fetch(`${site.url}${href}`)).status).toBe(200);
  await page.locator('.search input').fill('zzqqx');
  await expect
    .poll(() => page.locator('.pagefind-ui__message').innerText())
    .toContain('Nothing fits');
  await expect.poll(() => starts.isVisible()).toBe(true);
  await page.locator('.search input').fill('memslot');
  await page.locator(RESULT).first().waitFor();
  await expect.poll(() => starts.isVisible()).toBe(false);
});

test('Ctrl+K opens it, Escape closes it and gives the focus back, the words stay', async () => {
  const page = await site.visit('/guide/what-kvm-decides/', DESK);
  const button = page.locator('.search-open');
  await button.focus();
  await page.keyboard.press('Control+k');
  await page.locator('.search input').waitFor();
  await page.keyboard.type('memslot');
  await page.keyboard.press('Escape');
  expect(await page.locator('dialog.search').isVisible()).toBe(false);
  expect(await page.locator('.search-open:focus').count()).toBe(1);
  await page.keyboard.press('Enter');
  expect(await page.locator('.search input').inputValue()).toBe('memslot');
});

test('a slash that is typed into a field stays there', async () => {
  const page = await site.visit('/', DESK);
  await page.evaluate(() => document.body.prepend(document.createElement('input')));
  await page.locator('body > input').click();
  await page.keyboard.type('a/b');
  expect(await page.locator('body > input').inputValue()).toBe('a/b');
  expect(await page.locator('dialog.search').count()).toBe(0);
});

test('a slash that is typed into the editor of a snippet stays there, and the console silent', async () => {
  const page = await site.visit('/guide/what-kvm-decides/', DESK);
  const snippet = page.locator('stage-snippet').first();
  await snippet.locator('[data-do=edit]').click();
  await snippet.locator('.cm-content').click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('console.log(8 / 2); // four\n');
  expect(await snippet.locator('.cm-line').first().innerText()).toBe('console.log(8 / 2); // four');
  expect(await page.locator('dialog.search').count()).toBe(0);
  await snippet.locator('[data-do=run]').click();
  await snippet.locator('.snip-out .ev').first().getByText(/^4$/).waitFor();
  expect(page.faults.errors).toEqual([]);
});

test.each(['light', 'dark'] as const)(
  'its results pass axe in the %s theme',
  async (colorScheme) => {
    const page = await site.visit('/', { ...PHONE, colorScheme });
    await page.locator('.search-open').click();
    await page.locator('.search input').fill('memslot');
    await page.locator(RESULT).first().waitFor();
    expect(await axeFindings(page, 'dialog')).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  },
);

test('an address that leads nowhere answers 404 and searches for its words', async () => {
  const answer = await fetch(`${site.url}/guide/memslot-refused`);
  expect(answer.status).toBe(404);
  const page = await site.visit('/guide/memslot-refused', DESK);
  await page.locator(RESULT).first().waitFor();
  expect(await page.locator('#not-found-search input').inputValue()).toBe('memslot refused');
  expect(page.faults.errors.filter((error) => !error.includes('404'))).toEqual([]);
});

test('without JavaScript the 404 page still lists the chapters, and no dead search', async () => {
  const page = await site.visit('/nowhere', { ...DESK, javaScriptEnabled: false });
  expect(await page.locator('main a[href^="/guide/"]').count()).toBeGreaterThan(2);
  expect(await page.locator('.search-open').isVisible()).toBe(false);
});
