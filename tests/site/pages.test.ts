import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseHtml } from '../../src/editions/dom.ts';
import { axeFindings, limitColours, OF_COLOURS } from '../support/axe.ts';
import { DESK, PHONE, searchNowhere, Site, type Visit } from './browser.ts';
import { shiftOf } from './shift.ts';
import { weightOf, type Weight } from './weight.ts';

/** What one page showed to a reader at a desk, in the light, to one with a phone, in the dark, and on paper. */
interface Seen {
  readonly desk: {
    readonly weight: Weight;
    readonly errors: readonly string[];
    readonly foreign: readonly string[];
    readonly axe: readonly string[];
  };
  readonly phone: {
    readonly shift: number;
    readonly width: readonly number[];
    readonly axe: readonly string[];
  };
  /** How many tables it has on paper, and where they and the page end. */
  readonly paper: { readonly tables: number; readonly right: number };
}

const KB = 1024;
const PRINT = '/print/';

/** A4 with the margins of the print sheet. */
const PAPER = { width: 627, height: 955 };

/** A page waits most of its time, for the network to be quiet and for what may still move. */
const AT_ONCE = 5;

/** What a page says is judged at a desk, in the light; these rules ask what its width shows and hides. */
const OF_WIDTH = ['aria-hidden-focus', 'region', 'scrollable-region-focusable'];

let site: Site;
const seen = new Map<string, Seen>();

beforeAll(async () => {
  site = await Site.open(0, 'looking');
  const paths = [...(await site.paths()), PRINT].values();
  const reader = async (): Promise<void> => {
    const atDesk = await site.leaf({ ...DESK, colorScheme: 'light' }, 'networkidle');
    const onPhone = await site.leaf({ ...PHONE, colorScheme: 'dark' });
    for (const path of paths)
      seen.set(path, {
        desk: await seenAtDesk(await atDesk(path), path),
        ...(await seenOnPhone(await onPhone(path), path)),
      });
  };
  await Promise.all(Array.from({ length: AT_ONCE }, reader));
}, 3_600_000);
afterAll(() => site.close());

async function seenAtDesk(page: Visit, path: string): Promise<Seen['desk']> {
  const weight = await weightOf(page);
  await page.mouse.move(5, 400);
  await page.mouse.wheel(0, 20_000);
  await page.waitForTimeout(200);
  const { errors, foreign } = page.faults;
  return {
    weight,
    errors: [...errors],
    foreign: [...foreign],
    axe: await judged(page, path, 'light'),
  };
}

async function seenOnPhone(page: Visit, path: string): Promise<Pick<Seen, 'phone' | 'paper'>> {
  let shift = await shiftOf(page);
  // A busy machine may paint a page while half of a line has come. What moves by itself moves each time.
  for (let again = 0; shift > 0 && again < 3; again++) {
    const other = await site.visit(path, PHONE);
    shift = Math.min(shift, await shiftOf(other));
    await other.context().close();
  }
  const width = await page.evaluate(() => {
    scrollTo(500, 0);
    return [document.documentElement.scrollWidth, scrollX];
  });
  const paper = await seenOnPaper(page);
  return { phone: { shift, width, axe: await judged(page, path, 'dark') }, paper };
}

/** Puts a page with tables on paper, and back into the hand, which costs less than to load it once more. */
async function seenOnPaper(page: Visit): Promise<Seen['paper']> {
  const put = (media: 'print' | null, size: typeof PAPER): Promise<unknown> =>
    Promise.all([page.emulateMedia({ media }), page.setViewportSize(size)]);
  if ((await page.locator('table').count()) === 0) return { tables: 0, right: 0 };
  await put('print', PAPER);
  // The rows of a whole question are a window into thousands, with a column for each input.
  const [whole = 0, ...rights] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    ...[...document.querySelectorAll('main table:not(.rows-table)')]
      .filter((table) => table.checkVisibility({ visibilityProperty: true }))
      .map((table) => table.getBoundingClientRect().right),
  ]);
  await put(null, PHONE.viewport);
  return { tables: rights.length, right: Math.max(whole, ...rights) };
}

/**
 * Kinds of elements whose colours were judged, in each theme. A colour follows from the element and all
 * that it stands in, with their classes and what else a style asks for; so each kind is judged where it is
 * met first. What no sheet of the page names in a selector, as most that begins with data-, tells no kinds
 * apart. All other rules are asked of every page.
 */
const coloured = { light: new Set([0]), dark: new Set([0]) };

/** Marks the elements whose colours nobody has judged; whether there are any. */
async function markNew(page: Visit, theme: 'light' | 'dark'): Promise<boolean> {
  const kinds = await page.evaluate(() => {
    const tells = /^(class|style|fill|stroke|open|disabled|type|href|aria-[a-z]+)$/;
    const worded = /^(href|aria-(label|labelledby|describedby|controls|details|owns))$/;
    // A kind is told by 53 bits of it, so that a page of thousands need not send megabytes of names.
    const hash = (text: string): number => {
      let [a, b] = [0xdeadbeef, 0x41c6ce57];
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        a = Math.imul(a ^ code, 2654435761);
        b = Math.imul(b ^ code, 1597334677);
      }
      a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
      b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
      return 4294967296 * (2097151 & b) + (a >>> 0);
    };
    /** Attributes that a selector names, and whether it asks what they say. */
    const asked = new Map<string, boolean>();
    const note = (rules: CSSRuleList): void => {
      for (const rule of rules) {
        const selector = rule instanceof CSSStyleRule ? rule.selectorText : '';
        for (const [, name = '', sign] of selector.matchAll(/\[\s*([\w-]+)\s*([~|^$*]?=)?/g))
          asked.set(name, asked.get(name) || sign !== undefined);
        if ('cssRules' in rule) note((rule as CSSGroupingRule).cssRules);
      }
    };
    for (const { cssRules } of document.styleSheets) note(cssRules);
    const known = new Map<Element | null, number>([[null, 0]]);
    const kindOf = (one: Element | null): number => {
      const before = known.get(one);
      if (one === null || before !== undefined) return before ?? 0;
      const own = one.getAttributeNames().filter((name) => tells.test(name) || asked.has(name));
      const tellsBy = (name: string): boolean =>
        asked.get(name) || (tells.test(name) && !worded.test(name));
      const said = own.map((name) => name + (tellsBy(name) ? one.getAttribute(name) : ''));
      const kind = hash(`${kindOf(one.parentElement)} ${one.localName}[${said.toSorted().join()}]`);
      known.set(one, kind);
      return kind;
    };
    return [...document.querySelectorAll('body *')].map((one) =>
      one.localName === 'wbr' ? 0 : kindOf(one),
    );
  });
  const of = coloured[theme];
  const isNew = kinds.map((kind) => !of.has(kind));
  for (const kind of kinds) of.add(kind);
  await page.evaluate((marks) => {
    const all = [...document.querySelectorAll('body *')];
    for (const [i, one] of all.entries()) if (marks[i]) one.setAttribute('data-judge', '');
    // A span of code says nothing but its colour: where that was judged, its words stand alone.
    for (const [i, one] of all.entries())
      if (!marks[i] && one.matches('code span') && one.getAttributeNames().join() === 'class')
        one.replaceWith(...one.childNodes);
  }, isNew);
  return isNew.includes(true);
}

// Each theme on one of the two layouts: their rules are independent of each other.
async function judged(page: Visit, path: string, theme: 'light' | 'dark'): Promise<string[]> {
  if (path === '/404.html') await searchNowhere(page);
  // One function draws all rows of a table: thirty stand for two thousand, which take minutes. The
  // print edition has the chapters again; its own are the head, the list and the first of them.
  await page.evaluate(() => {
    for (const row of document.querySelectorAll('tbody tr:nth-child(n + 31)')) row.remove();
  });
  if (path === PRINT)
    await page.evaluate(() => {
      for (const article of [...document.querySelectorAll('main article')].slice(1))
        article.remove();
    });
  const isNew = await markNew(page, theme);
  await limitColours(page, '[data-judge]');
  const only = isNew ? [...OF_COLOURS, ...OF_WIDTH] : OF_WIDTH;
  return axeFindings(page, undefined, theme === 'dark' ? only : undefined);
}

/** The pages of which something is not as it should be, with what is so. */
function wrong<T>(pick: (one: Seen) => T, isFine: (value: T) => boolean): Record<string, T> {
  const all = [...seen].map(([path, one]) => [path, pick(one)] as const);
  return Object.fromEntries(all.filter(([, value]) => !isFine(value)));
}
const none = (list: readonly unknown[]): boolean => list.length === 0;

test('the pages are all there', () => {
  expect(seen.size).toBeGreaterThan(50);
  for (const path of ['/', '/404.html', PRINT]) expect([...seen.keys()]).toContain(path);
});

test('no page has an axe violation in the light theme', () =>
  expect(wrong(({ desk }) => desk.axe, none)).toEqual({}));

test('no page has an axe violation in the dark theme', () =>
  expect(wrong(({ phone }) => phone.axe, none)).toEqual({}));

test('no page logs an error or breaks its policy', () =>
  expect(wrong(({ desk }) => desk.errors, none)).toEqual({}));

test('no page asks another origin', () =>
  expect(wrong(({ desk }) => desk.foreign, none)).toEqual({}));

test('no page scrolls sideways at 360 px', () =>
  expect(
    wrong(
      ({ phone }) => phone.width,
      ([wide, x]) => wide === 360 && x === 0,
    ),
  ).toEqual({}));

test('on paper no page with tables is wider than it, nor is a table', () => {
  const tables = [...seen.values()].map(({ paper }) => paper.tables);
  expect(tables.reduce((sum, more) => sum + more, 0)).toBeGreaterThan(50);
  expect(
    wrong(
      ({ paper }) => paper.right,
      (right) => right <= PAPER.width + 1,
    ),
  ).toEqual({});
});

test('nothing moves while a page loads', () => {
  const moved = wrong(
    ({ phone }) => phone.shift,
    (shift) => shift === 0,
  );
  // The search of the 404 page fills in below the text.
  delete moved['/404.html'];
  expect(moved).toEqual({});
});

test.each([
  ['script', 6],
  ['style', 8],
  ['paper', 1],
  ['font', 70],
] as const)('each page keeps its budget of %s, %i KB, before anything is touched', (kind, most) => {
  // The print edition has the styles of every figure, the workbench is three tools, and what herd7 found
  // waits in folds that paper opens.
  const more: Partial<Record<typeof kind, Record<string, number>>> = {
    style: { [PRINT]: 14.5, '/workbench/': 11 },
    paper: { '/guide/nine-policies-on-trial/': 2.5 },
  };
  const limit = (path: string): number => (more[kind]?.[path] ?? most) * KB;
  const over = [...seen].filter(([path, { desk }]) => desk.weight[kind] > limit(path));
  const kept = Object.fromEntries(over.map(([path, { desk }]) => [path, desk.weight[kind]]));
  // An address that leads nowhere searches at once.
  delete kept['/404.html'];
  expect(kept).toEqual({});
  expect(
    wrong(
      ({ desk }) => desk.weight.style,
      (bytes) => bytes > 0,
    ),
  ).toEqual({});
});

test('the shell alone has at most 2.5 KB of script', () =>
  expect(seen.get('/sources/')?.desk.weight.script).toBeLessThanOrEqual(2.5 * KB));

test('every page has one heading of level 1, a title, a description and a preview', async () => {
  const faults: string[] = [];
  for (const path of seen.keys()) {
    const file = path.endsWith('/') ? `${path}index.html` : path;
    const html = parseHtml(readFileSync(join(site.folder, file), 'utf8'));
    const meta = (name: string) => html.querySelector(`meta[${name}]`)?.getAttribute('content');
    const preview = URL.parse(meta('property="og:image"') ?? '')?.pathname ?? '';
    const answer = await fetch(site.url + preview);
    const fine = [
      html.querySelectorAll('h1').length === 1,
      /Stage Two/.test(html.querySelector('title')?.textContent ?? ''),
      /.{20}/.test(meta('name="description"') ?? ''),
      answer.status === 200 && answer.headers.get('content-type') === 'image/png',
      html.querySelectorAll('meta[http-equiv="content-security-policy"]').length === 1,
    ];
    if (fine.includes(false)) faults.push(`${path}: ${fine.join(', ')}`);
  }
  expect(faults).toEqual([]);
});
