import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../src/root.ts';
import { sheetsOf } from '../../src/sheets/html.ts';
import { LAYERS } from '../../src/styles/layers.ts';
import { DESK, onPaths, PHONE, searchNowhere, Site } from './browser.ts';

/** Sheets over foreign ones that have no layer: those of Pagefind's box and of CodeMirror. */
const ABOVE = new Set(['src/search/search.css', 'src/snippets/styles/editor.css']);

test('every sheet names its layer above its rules', () => {
  const nameless = globSync('src/**/*.css', { cwd: root }).filter((file) => {
    const rules = readFileSync(join(root, file), 'utf8')
      .replaceAll(/\/\*.*?\*\/|@import [^;]*;/gs, '')
      .trim();
    const layer = /^@layer (\w+);/.exec(rules)?.[1];
    return rules !== '' && !LAYERS.some((one) => one === layer);
  });
  expect(new Set(nameless)).toEqual(ABOVE);
});

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

test('a page has the sheet of figures and snippets where it has one of them, and only there', async () => {
  const wrong: string[] = [];
  for (const path of [...(await site.paths()), '/print/']) {
    const html = readPage(path);
    const main = /<main\b.*<\/main>/s.exec(html)?.[0] ?? '';
    const has = /<stage-snippet|<figure class="(fig|listing)\b/.test(main);
    if (has !== sheetsOf(html).some((one) => one.includes('/with-figures.'))) wrong.push(path);
  }
  expect(wrong).toEqual([]);
});

describe('whichever sheet comes first', () => {
  test('a page looks the same at a desk, on a phone and on paper', async () => {
    const changed: Record<string, readonly string[]> = {};
    await onPaths(await oneOfEachKind(), async (path) => {
      const page = await site.visit('/robots.txt', { ...DESK, reducedMotion: 'reduce' });
      // A face that comes late is left out of a page: whether one does must not tell the orders apart.
      await page.route('**/*.woff2', (route) => route.abort());
      await page.goto(path, { waitUntil: 'networkidle' });
      if (path === '/404.html') await searchNowhere(page);
      const differ = await page.evaluate(stylesInBothOrders);
      await page.setViewportSize(PHONE.viewport);
      differ.push(...(await page.evaluate(stylesInBothOrders)));
      await page.emulateMedia({ media: 'print' });
      differ.push(...(await page.evaluate(stylesInBothOrders)));
      if (differ.length > 0) changed[path] = differ;
      await page.context().close();
    });
    expect(changed).toEqual({});
  }, 900_000);
});

function readPage(path: string): string {
  return readFileSync(join(site.folder, path.endsWith('/') ? `${path}index.html` : path), 'utf8');
}

/** One page for each folder and set of sheets; those with a single sheet have no order. */
async function oneOfEachKind(): Promise<string[]> {
  const kinds = new Map<string, string>();
  for (const path of await site.paths()) {
    const html = readPage(path);
    const sheets = sheetsOf(html);
    const kind = `${path.split('/')[1]} ${[...new Set(sheets)].toSorted().join(' ')}`;
    if (sheets.length > 1 && !kinds.has(kind)) kinds.set(kind, path);
  }
  expect(kinds.size).toBeGreaterThan(8);
  return [...kinds.values()];
}

/** Runs in the page. Of elements that look alike in the document, two stand for all. */
async function stylesInBothOrders(): Promise<string[]> {
  const alike = new Map<string, number>();
  const name = (element: Element | null): string =>
    element === null ? '' : `${element.localName}.${element.getAttribute('class') ?? ''}`;
  const chosen = [...document.querySelectorAll('body :not(link, script)')].filter((element) => {
    const key = `${name(element.parentElement)} > ${name(element)}`;
    alike.set(key, (alike.get(key) ?? 0) + 1);
    return (alike.get(key) ?? 0) <= 2;
  });
  // Only what two sheets declare, or one in two layers, can depend on their order.
  const places = new Map<string, Set<string>>();
  const note = (list: CSSRuleList, place: string): void => {
    for (const rule of list) {
      const inner = rule instanceof CSSLayerBlockRule ? `${place} ${rule.name}` : place;
      if ('style' in rule)
        for (const key of (rule as CSSStyleRule).style)
          places.set(key, (places.get(key) ?? new Set()).add(place));
      if ('cssRules' in rule) note((rule as CSSGroupingRule).cssRules, inner);
    }
  };
  for (const [i, { cssRules }] of [...document.styleSheets].entries()) note(cssRules, `${i}`);
  const all = [...places].filter(([, of]) => of.size > 1).map(([key]) => key);
  // A size follows from the rest, and from that of everything inside.
  const keys = all.filter((key) => !/^(width|height|(inline|block)-size)$/.test(key));
  const styles = (): string[][] =>
    chosen.flatMap((element) =>
      [null, '::before'].map((part) => {
        const style = getComputedStyle(element, part);
        const absent = part !== null && style.content === 'none';
        return absent ? [] : keys.map((key) => `${key}: ${style.getPropertyValue(key)}`);
      }),
    );
  const before = styles();
  // They stay where they are, without effect: what follows one is still what follows it.
  const links = [
    ...document.querySelectorAll<HTMLLinkElement | HTMLStyleElement>(
      'link[rel=stylesheet]:not([disabled]), style[data-sheet]',
    ),
  ];
  await Promise.all(
    links.toReversed().map((link) => {
      const copy = document.createElement('link');
      copy.rel = 'stylesheet';
      copy.href = link instanceof HTMLLinkElement ? link.href : (link.dataset['sheet'] ?? '');
      copy.media = link.media;
      const loaded = new Promise((resolve, reject) => {
        copy.addEventListener('load', resolve);
        copy.addEventListener('error', reject);
      });
      link.disabled = true;
      document.head.append(copy);
      return loaded;
    }),
  );
  return styles().flatMap((after, i) => {
    const now = after.filter((property, k) => property !== before[i]?.[k]);
    const [element, part] = [chosen[Math.floor(i / 2)] ?? null, i % 2 === 0 ? '' : '::before'];
    return now.length === 0 ? [] : [`${name(element)}${part} ${now.slice(0, 3).join('; ')}`];
  });
}
