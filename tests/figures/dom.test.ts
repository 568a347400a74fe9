import * as fc from 'fast-check';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { h, type HNode } from '../../src/figures/show/node.ts';
import type * as Node from '../../src/figures/show/node.ts';
import type * as Patch from '../../src/figures/show/patch.ts';
import { figureSite, type FigureSite } from './support/site.ts';

type Sinks = typeof Node & typeof Patch;
declare const sinks: Sinks;

let site: FigureSite;
let page: Page;

beforeAll(async () => {
  site = await figureSite();
  page = (await site.open('/sinks/')).page;
}, 300_000);
afterAll(() => site.close());

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('<b>', '&lt;', '"', "'>", '<img src=x onerror=alert(1)>', '\0', '\r\n', '</div>'),
);
const attrs = fc.dictionary(
  fc.constantFrom('class', 'title', 'onclick', 'style', 'href', 'data-x', 'aria-label', 'viewBox'),
  fc.oneof(text, fc.boolean(), fc.constant('javascript:alert(1)'), fc.constant('#a')),
);
/** Only elements that a parser leaves where they stand; SVG inside HTML, never the other way. */
const { tree } = fc.letrec<{ tree: HNode; svg: HNode }>((tie) => ({
  svg: fc
    .tuple(
      fc.constantFrom('g', 'rect', 'text'),
      attrs,
      fc.array(fc.oneof({ maxDepth: 3 }, text, tie('svg')), { maxLength: 3 }),
    )
    .map(([tag, a, children]) => h(tag, a, ...children)),
  tree: fc
    .tuple(
      fc.constantFrom('div', 'section', 'script', 'iframe', 'svg'),
      attrs,
      fc.array(fc.oneof({ maxDepth: 4 }, text, tie('tree')), { maxLength: 4 }),
      fc.array(tie('svg'), { maxLength: 2 }),
    )
    .map(([tag, a, children, inside]) => h(tag, a, ...(tag === 'svg' ? inside : children))),
}));

describe('toDom', () => {
  it('gives the nodes that the HTML of toHtmlString is read as', async () => {
    const trees = fc.sample(tree, { numRuns: 300, seed: 6 });
    const differ = await page.evaluate((all) => {
      return all.filter((one) => {
        const read = document.createElement('template');
        read.innerHTML = sinks.toHtmlString(one);
        const made = document.createElement('template');
        made.content.append(sinks.toDom(one));
        read.content.normalize();
        return !read.content.isEqualNode(made.content);
      });
    }, trees);
    expect(differ).toEqual([]);
  });

  it('makes no handler, no style, no script and no unsafe link of any of them', async () => {
    const trees = fc.sample(tree, { numRuns: 300, seed: 7 });
    const found = await page.evaluate((all) => {
      const root = document.createElement('div');
      root.append(...all.map((one) => sinks.toDom(one)));
      return root.querySelectorAll('[onclick], [style], [href^=javascript], script, iframe, img')
        .length;
    }, trees);
    expect(JSON.stringify(trees)).toContain('onclick');
    expect(found).toBe(0);
  });
});

describe('patch', () => {
  it('turns any tree into any other', async () => {
    const trees = fc.sample(tree, { numRuns: 300, seed: 8 });
    const differ = await page.evaluate((all) => {
      const root = document.createElement('div');
      return all.filter((one) => {
        sinks.patch(root, [one]);
        const fresh = document.createElement('div');
        fresh.append(sinks.toDom(one));
        return !root.isEqualNode(fresh);
      });
    }, trees);
    expect(differ).toEqual([]);
  });

  it('leaves the marks in a text by which a finished page lets a name break', async () => {
    const patched = await page.evaluate(() =>
      ['a-name:set', 'a-name:unset', 'a-name'].map((name) => {
        document.body.innerHTML = 'a-name:<wbr>set<b>x</b>, b';
        sinks.patch(document.body, [name, { tag: 'b', attrs: {}, children: ['x'] }, ', b']);
        return document.body.innerHTML;
      }),
    );
    expect(patched).toEqual([
      'a-name:<wbr>set<b>x</b>, b',
      'a-name:unset<b>x</b>, b',
      'a-name<b>x</b>, b',
    ]);
  });

  it('keeps elements that stay, their focus, and what the reader unfolded', async () => {
    const before = [
      h('button', { class: 'a' }, 'one'),
      h('details', {}, h('summary', {}, 's'), 'x'),
    ];
    const after = [
      h('button', { class: 'b' }, 'two'),
      h('details', {}, h('summary', {}, 't'), 'y'),
    ];
    const kept = await page.evaluate(
      ([first, second]) => {
        sinks.patch(document.body, first);
        const button = document.querySelector('button');
        const details = document.querySelector('details');
        button?.focus();
        if (details) details.open = true;
        sinks.patch(document.body, second);
        return [document.activeElement === button, button?.outerHTML, details?.outerHTML];
      },
      [before, after] as const,
    );
    expect(kept).toEqual([
      true,
      '<button class="b">two</button>',
      '<details open=""><summary>t</summary>y</details>',
    ]);
  });
});
