import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { onPaths, PHONE, Site, SPACED } from './browser.ts';
import { namesOf, tornWords } from './names.ts';

let site: Site;
beforeAll(async () => void (site = await Site.open()));
afterAll(() => site.close());

/** A phone at its narrowest, or 1280 px at 400 %. */
const NARROW = { viewport: { width: 320, height: 256 } } as const;
const KINDS = [
  '/',
  '/guide/',
  '/guide/one-mail-one-bug/',
  '/guide/normal-nc/',
  '/reference/mair-byte/',
  '/debate/',
  '/timeline/',
  '/versions/',
  '/unknown/',
  '/glossary/',
  '/sources/',
  '/errata/',
  '/map/',
  '/404.html',
];

/** A page for each kind of figure. */
const FIGURES = [
  '/guide/a-leak-in-six-steps/',
  '/guide/two-stages-one-attribute/',
  '/guide/what-kvm-decides/',
  '/guide/try-and-fail/',
  '/guide/nine-policies-on-trial/',
  '/guide/memory-types/',
  '/guide/block-sizes/',
  '/guide/asking-the-host/',
];

/** What a page of each kind shows with wide spacing at 320 px. */
interface Narrow {
  /** Its width and its words in the face of the site, and in the one that stands in until that comes. */
  readonly own: Face;
  readonly standIn: Face;
  /** Texts that are cut off, and controls under others. */
  readonly hidden: readonly string[];
}
interface Face {
  readonly width: number;
  readonly words: Awaited<ReturnType<typeof tornWords>>;
}

describe('with wide spacing at 320 px', () => {
  const narrow = new Map<string, Narrow>();
  beforeAll(() =>
    onPaths([...KINDS, ...FIGURES], async (path) => {
      const page = await site.visit(path, { ...NARROW, bypassCSP: true }, 'networkidle');
      // The face comes too late for the first load.
      await page.reload();
      await page.addStyleTag({ content: SPACED });
      const width = await page.evaluate(async () => {
        await document.fonts.ready;
        return document.documentElement.scrollWidth;
      });
      const own = { width, words: await tornWords(page) };
      const hidden = await page.evaluate(hiddenIn);
      const without = await page.evaluate(widthWithoutFace);
      const standIn = { width: without, words: await tornWords(page) };
      hidden.push(...(await page.evaluate(hiddenIn)));
      narrow.set(path, { own, standIn, hidden });
      await page.context().close();
    }),
  );
  /** The pages of which something is wrong, with what is. */
  const wrong = <T>(pick: (one: Narrow) => T, isFine: (value: T) => boolean): [string, T][] =>
    [...narrow]
      .map(([path, one]) => [path, pick(one)] as [string, T])
      .filter(([, value]) => !isFine(value));

  test.each([
    ['the face of the site', 'own'],
    ['the face that stands in until it comes', 'standIn'],
  ] as const)('no kind of page scrolls sideways or tears a word in %s', (_, face) => {
    expect(narrow.size).toBe(KINDS.length + FIGURES.length);
    const fits = (width: number): boolean => width === 320;
    expect(wrong((one) => one[face].width, fits)).toEqual([]);
    expect(
      wrong(
        (one) => one[face].words.asked,
        (asked) => asked > 20,
      ),
    ).toEqual([]);
    expect(
      wrong(
        (one) => one[face].words.torn,
        (torn) => torn.length === 0,
      ),
    ).toEqual([]);
  });

  test('no page cuts a text off, nor lays a control over another', () =>
    expect(
      wrong(
        ({ hidden }) => hidden,
        (hidden) => hidden.length === 0,
      ),
    ).toEqual([]));
});

/** Runs in the page, and leaves it as it is where no face comes from the host; -1 where none ever would. */
function widthWithoutFace(): number {
  let gone = 0;
  const without = (holder: CSSStyleSheet | CSSGroupingRule): void => {
    for (const [i, rule] of [...[...holder.cssRules].entries()].toReversed()) {
      if (rule instanceof CSSFontFaceRule && rule.style.getPropertyValue('src').includes('url(')) {
        holder.deleteRule(i);
        gone += 1;
      } else if (rule instanceof CSSGroupingRule) without(rule);
    }
  };
  for (const sheet of document.styleSheets) without(sheet);
  return gone === 0 ? -1 : document.documentElement.scrollWidth;
}

/** Runs in the page. */
function hiddenIn(): string[] {
  const seen = [...document.querySelectorAll<HTMLElement>('.top *, .fig *')].filter(
    (one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('svg, .hidden'),
  );
  const name = (one: Element) => `${one.localName} ${one.textContent.trim().slice(0, 40)}`;
  const cut = seen.filter((one) => {
    const { overflowX, overflowY } = getComputedStyle(one);
    const clips = (how: string) => how === 'hidden' || how === 'clip';
    return (
      (clips(overflowX) && one.scrollWidth > one.clientWidth + 1) ||
      (clips(overflowY) && one.scrollHeight > one.clientHeight + 1)
    );
  });
  const boxes = seen
    .filter((one) => one.matches('button, select, input:not(.step-range), summary'))
    .map((one) => ({ one, box: one.getBoundingClientRect() }));
  const over = boxes.filter(({ box: a }, i) =>
    boxes
      .slice(i + 1)
      .some(
        ({ box: b }) =>
          a.left < b.right - 1 &&
          b.left < a.right - 1 &&
          a.top < b.bottom - 1 &&
          b.top < a.bottom - 1,
      ),
  );
  return [
    ...cut.map((one) => `cut: ${name(one)}`),
    ...over.map(({ one }) => `under: ${name(one)}`),
  ];
}

test.each([
  ['as they are', ''],
  ['with wide spacing', SPACED],
])('at 320 px search, theme and contents are there, 44 px each, %s', async (_, content) => {
  const page = await site.visit('/guide/normal-nc/', { ...NARROW, bypassCSP: true });
  if (content) await page.addStyleTag({ content });
  await page.evaluate(() => scrollTo(0, 900));
  let end = 0;
  for (const name of ['.search-open', '#theme', '.menu-open']) {
    const box = await page.locator(name).boundingBox();
    expect(box?.width, name).toBeGreaterThanOrEqual(44);
    expect(box?.height, name).toBeGreaterThanOrEqual(44);
    expect(box?.y, name).toBeGreaterThanOrEqual(0);
    expect(box?.x, name).toBeGreaterThanOrEqual(end - 0.5);
    end = (box?.x ?? 0) + (box?.width ?? 0);
  }
  expect(end).toBeLessThanOrEqual(320);
  await page.locator('.menu-open').click();
  expect(await page.locator('#contents').isVisible()).toBe(true);
});

test.each(['light', 'dark'] as const)('axe finds nothing so, in the %s theme', async (scheme) => {
  const page = await site.visit('/guide/normal-nc/', {
    ...NARROW,
    colorScheme: scheme,
    bypassCSP: true,
  });
  await page.addStyleTag({ content: SPACED });
  expect(await axeFindings(page)).toEqual([]);
  await page.locator('.menu-open').click();
  expect(await axeFindings(page)).toEqual([]);
});

describe('what a finger must hit', () => {
  /** WCAG 2.2, 2.5.8, without its exceptions: 24 px also where there is room around a smaller one. */
  test.each([
    ['/guide/one-mail-one-bug/', '.pager a, .facts a, .jump a'],
    ['/timeline/', '.db-cites a'],
    ['/debate/', '.db-cites a, .jump a'],
    ['/glossary/', '.jump a, .glossary-find input'],
  ])('on %s has 24 px: %s', async (path, targets) => {
    const page = await site.visit(path, PHONE);
    const sizes = await page.locator(targets).evaluateAll((all) =>
      all
        .map((element) => ({ name: element.textContent, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
        .map(({ name, box }) => `${name} ${box.width} x ${box.height}`),
    );
    expect(await page.locator(targets).count()).toBeGreaterThan(1);
    expect(sizes).toEqual([]);
  });
});

test('with wide spacing no name of the workbench breaks inside a word, before an answer and in it', async () => {
  const page = await site.visit('/workbench/', { ...NARROW, bypassCSP: true });
  await page.addStyleTag({ content: SPACED });
  for (const fold of await page.locator('.tri-leaves > summary').all()) await fold.click();
  const before = await namesOf(page, '.tri-leaves :is(summary, code)');
  expect(before.whole).toBeGreaterThan(10);
  expect(before.broken).toEqual([]);
  const example = page.locator('[data-example]');
  for (const option of ['0', '1', '2', '3', '4']) {
    await example.selectOption(option);
    await expect.poll(() => page.locator('.tri-say').textContent()).toContain('understood');
    // At once, as the answer may be drawn anew between two presses.
    await page.locator('.tri-left details').evaluateAll((folds) => {
      for (const fold of folds) fold.setAttribute('open', '');
    });
    const { broken, whole } = await namesOf(page, '.tri-answer code');
    expect(whole, option).toBeGreaterThan(1);
    expect(broken, option).toEqual([]);
  }
  await page.context().close();
});

/** A page for each place where small targets stand close: code, tables of the model, lists of mails. */
const CLOSE = [
  '/',
  '/debate/',
  '/timeline/',
  '/workbench/',
  '/exercises/three-refusals/',
  '/guide/a-leak-in-six-steps/',
  '/guide/asking-the-host/',
  '/guide/entries-typed-apart/',
  '/guide/memslots/',
  '/guide/nine-policies-on-trial/',
  '/guide/two-translations/',
  '/guide/what-fwb-changes/',
  '/guide/what-a-kernel-shows/',
  '/reference/api/kvm/',
  '/reference/every-memslot/',
  '/reference/faults/',
  '/reference/maintenance/',
];

test.each(CLOSE)(
  'at 320 px each target of %s is as large as a finger needs, as it is and with wide spacing',
  async (path) => {
    const page = await site.visit(path, { ...NARROW, bypassCSP: true });
    await page.waitForFunction(
      () => document.querySelector('stage-snippet:not(:defined)') === null,
    );
    const found = await axeFindings(page, undefined, ['target-size']);
    await page.addStyleTag({ content: SPACED });
    found.push(...(await axeFindings(page, undefined, ['target-size'])));
    expect(found).toEqual([]);
    await page.context().close();
  },
);

test.each(['/debate/', '/guide/two-stages-one-attribute/'])(
  'no caption of %s is cut by its frame on a phone, and on a tablet what is wide takes the page',
  async (path) => {
    const page = await site.visit(path, PHONE);
    for (const figure of (await page.locator('stage-combine').all()).slice(0, 1))
      await figure.scrollIntoViewIfNeeded();
    const cut = await page.locator('.frame caption').evaluateAll((all) =>
      all.flatMap((caption) => {
        const frame = caption.closest('.frame')?.getBoundingClientRect();
        const box = caption.getBoundingClientRect();
        return frame && box.left >= frame.left && box.right <= frame.right
          ? []
          : [caption.textContent];
      }),
    );
    expect(await page.locator('.frame caption').count()).toBeGreaterThan(0);
    expect(cut).toEqual([]);
    await page.setViewportSize({ width: 768, height: 900 });
    const sides = await page
      .locator('.frame.wide, .fig:has(.frame)')
      .evaluateAll((all) =>
        all
          .map((one) => one.getBoundingClientRect())
          .map(({ left, right }) => [left, innerWidth - right]),
      );
    expect(sides.length).toBeGreaterThan(0);
    expect(sides).toEqual(sides.map(() => [24, 24]));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(768);
  },
);
