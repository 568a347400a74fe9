import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseHtml } from '../../src/editions/dom.ts';
import { DESK, onPaths, PHONE, Site } from './browser.ts';
import { namesOf } from './names.ts';

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

/** `and38` and `Spin6.5.2`, but not `Armv8.4`: a word and a number that a blank was to part. */
const GLUED =
  /(?<![\w./@-])(?:(?!arm)[a-z]{2,}\d*\d\.\d+[.\d]*|(?:and|by|in|of|or|than|to|with)\d+)/gi;

test('every sentence of a chapter stands in a paragraph, and no paragraph in a sentence', async () => {
  const faults: string[] = [];
  for (const path of await site.paths()) {
    if (!/^\/(guide|reference)\/./.test(path)) continue;
    const html = parseHtml(readFileSync(join(site.folder, path, 'index.html'), 'utf8'));
    const loose = [...html.querySelectorAll('[class^="claim-"]')].filter((claim) =>
      /^(SECTION|ARTICLE|DETAILS|DIV)$/.test(claim.parentElement?.nodeName ?? ''),
    );
    const blocks = html.querySelectorAll('span > p, span > ul, span > ol, p > p');
    // A template drops the line break between two values, or between a word and a value.
    const glued = [...html.querySelectorAll('main p, main li, main td')].flatMap((one) =>
      [...one.childNodes].flatMap(({ nodeType, nodeValue }) =>
        nodeType === 3 ? [...(nodeValue ?? '').matchAll(GLUED)].map(([word]) => word) : [],
      ),
    );
    if (glued.length > 0) faults.push(`${path}: no blank in ${glued.join(', ')}`);
    if (loose.length + blocks.length > 0)
      faults.push(`${path}: ${[...loose, ...blocks].map((one) => one.textContent).join(' | ')}`);
  }
  expect(faults).toEqual([]);
});

test('a blank stands between a sentence and the words that follow it in another element', async () => {
  const faults: string[] = [];
  for (const path of await site.paths()) {
    if (!path.endsWith('/')) continue;
    const html = readFileSync(join(site.folder, path, 'index.html'), 'utf8');
    const main = /<main\b.*<\/main>/s.exec(html)?.[0] ?? '';
    // A status, a tick and a place on a path have room by their style.
    const glued = main.matchAll(
      /[a-z]{3,}[.:;,]<(?:a|b|em|strong|span)\b(?! class="(?:status|tick)"| data-path)[^>]*>\w+/g,
    );
    faults.push(...[...glued].map(([words]) => `${path}: ${words}`));
  }
  expect(faults).toEqual([]);
});

/** Tables that are wider than a phone, of each kind. */
const WIDE = [
  '/guide/entries-typed-apart/',
  '/guide/asking-the-host/',
  '/guide/what-kvm-decides/',
  '/reference/capability/',
];

test('on a phone no cell that is out of sight makes its row high', async () => {
  const high: string[] = [];
  await onPaths(WIDE, async (path) => {
    const page = await site.visit(path, PHONE);
    const found = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.frame')].flatMap((frame) => {
        const edge = frame.getBoundingClientRect().right;
        const needs = (cell: HTMLElement): number => {
          const range = document.createRange();
          range.selectNodeContents(cell);
          return range.getBoundingClientRect().height;
        };
        return [...frame.querySelectorAll('tr')].flatMap((row) => {
          const cells = [...row.cells];
          const seen = cells.filter((cell) => cell.getBoundingClientRect().left < edge - 24);
          const most = Math.max(...seen.map(needs));
          const all = Math.max(...cells.map(needs));
          return all > most + 80 ? [`${row.id}: ${most} of ${all}`] : [];
        });
      }),
    );
    high.push(...found.map((one) => `${path} ${one}`));
    await page.context().close();
  });
  expect(high).toEqual([]);
});

test('at a desk no table of the model and no listing is wider than its frame, and no CPU is torn', async () => {
  const framed = (await site.paths()).filter(
    (path) =>
      path.endsWith('/') &&
      readFileSync(join(site.folder, path, 'index.html'), 'utf8').includes('tab-frame'),
  );
  expect(framed.length).toBeGreaterThan(8);
  const wide: string[] = [];
  await onPaths([...framed, '/guide/how-to-look/'], async (path) => {
    const page = await site.visit(path, DESK);
    const found = await page
      .locator('.tab-frame, .listing:not(.wide) pre')
      .evaluateAll((all) =>
        all
          .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
          .map(({ ariaLabel, scrollWidth, clientWidth }) =>
            [ariaLabel, scrollWidth, clientWidth].join(' '),
          ),
      );
    const torn = await page.evaluate(() => {
      const faults: string[] = [];
      const walk = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) {
        const text = walk.currentNode as Text;
        if (!text.parentElement?.closest('.tab-frame')) continue;
        for (const { 0: name, index } of text.data.matchAll(/(?:cortex|neoverse)-\w+/g)) {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + name.length);
          const [first, ...rest] = range.getClientRects();
          if (rest.some(({ top }) => Math.abs(top - first!.top) > 4)) faults.push(`torn: ${name}`);
        }
      }
      return faults;
    });
    wide.push(...[...found, ...torn].map((one) => `${path} ${one}`));
    await page.context().close();
  });
  expect(wide).toEqual([]);
});

test.each(['/', '/reference/faults/', '/reference/memslot-checks/', '/reference/api/kvm/'])(
  'at 320 px no name of %s breaks inside a word',
  async (path) => {
    const page = await site.visit(path, { viewport: { width: 320, height: 700 } });
    const { broken, whole } = await namesOf(page, '.doors code, .tab th code, .api code');
    expect(whole).toBeGreaterThan(1);
    expect(broken).toEqual([]);
    await page.context().close();
  },
);

test('every letter of a page is drawn in a face of the site', async () => {
  // What the faces have in common needs no look.
  const common = /^[\s\u0020-\u007e\u00a0‘’“”–—…•·×÷±−≤≥≠→←↑↓↔✓§°µ]*$/u;
  const faults: string[] = [];
  let rare = 0;
  const foreignOn = async (path: string): Promise<string[]> => {
    // The faces come after the first paint of a first visit, and are there in the next.
    const page = await site.visit(path, DESK, 'networkidle');
    await page.reload({ waitUntil: 'networkidle' });
    await page.evaluate(() => document.fonts.ready);
    await page.evaluate((source) => {
      const walk = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) {
        const { data, parentElement } = walk.currentNode as Text;
        if (!new RegExp(source, 'u').test(data)) parentElement?.setAttribute('data-rare', '');
      }
    }, common.source);
    const session = await page.context().newCDPSession(page);
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    const { root } = await session.send('DOM.getDocument', { depth: 0 });
    const { nodeIds } = await session.send('DOM.querySelectorAll', {
      nodeId: root.nodeId,
      selector: '[data-rare]:not(script, option)',
    });
    const found: string[] = [];
    for (const nodeId of nodeIds) {
      rare++;
      const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
      const foreign = fonts.filter(({ isCustomFont }) => !isCustomFont);
      found.push(...foreign.map(({ familyName }) => `${path}: ${familyName}`));
    }
    await page.context().close();
    return found;
  };
  await onPaths(await site.paths(), async (path) => {
    const file = path.endsWith('/') ? `${path}index.html` : path;
    const html = readFileSync(join(site.folder, file), 'utf8');
    if (common.test(parseHtml(html).querySelector('main')?.textContent ?? '')) return;
    let found = await foreignOn(path);
    // A busy machine may ask for a face so late that the page stays with another. Who has none never has it.
    for (let again = 0; found.length > 0 && again < 3; again++) found = await foreignOn(path);
    faults.push(...found);
  });
  expect(rare).toBeGreaterThan(3);
  expect(faults).toEqual([]);
});

test.each([
  ['/guide/memory-types/', 2],
  ['/guide/a-leak-in-six-steps/', 6],
])('the dots of %s stand close, each where the handle of its step does', async (path, steps) => {
  const page = await site.visit(path, DESK);
  const line = page.locator('.step-line', { has: page.locator(`[max="${steps}"]`) }).first();
  const { left, width, dots, handle } = await line.evaluate((one) => {
    const middles = [...one.querySelectorAll('.step-dots > *')].map((dot) => {
      const { width: size, marginRight } = getComputedStyle(dot, '::before');
      return dot.getBoundingClientRect().right - parseFloat(marginRight) - parseFloat(size) / 2;
    });
    const range = one.querySelector('input')!.getBoundingClientRect();
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    return { left: range.left, width: range.width, dots: middles, handle: 1.25 * rem };
  });
  expect(dots).toHaveLength(steps);
  for (const [i, dot] of dots.entries()) {
    const place = left + handle / 2 + (i * (width - handle)) / (steps - 1);
    expect(Math.abs(dot - place)).toBeLessThan(1.5);
  }
  expect((width - handle) / (steps - 1)).toBeLessThanOrEqual(65);
  await page.context().close();
});

test('where colours are forced, the dots of the steps that are past are filled, and no other is', async () => {
  const page = await site.visit('/guide/a-leak-in-six-steps/', { ...DESK, forcedColors: 'active' });
  const figure = page.locator('stage-stepper');
  const fills = () =>
    figure
      .locator('.step-dots span')
      .evaluateAll((dots) => dots.map((dot) => getComputedStyle(dot, '::before').backgroundColor));
  await figure.locator('[data-step=next]').click();
  await expect.poll(async () => new Set((await fills()).slice(0, 2)).size).toBe(1);
  // The browser puts a plate of the ground's colour under words, so these must not have that colour too.
  const unseen = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.backgroundColor = 'Canvas';
    const ground = getComputedStyle(probe).backgroundColor;
    return [...document.querySelectorAll('main *')]
      .filter((one) =>
        [...one.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()),
      )
      .filter((one) => one.checkVisibility() && !one.closest('svg'))
      .filter((one) => {
        const style = getComputedStyle(one);
        return style.color === ground && style.getPropertyValue('forced-color-adjust') === 'auto';
      })
      .map(({ textContent }) => textContent);
  });
  expect(unseen).toEqual([]);
  const [past, , next] = await fills();
  expect(new Set((await fills()).slice(2))).toEqual(new Set([next]));
  expect(past).not.toBe(next);
  await page.context().close();
});
