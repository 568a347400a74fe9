import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { DESK, onPaths, PHONE, Site, type Visit } from './browser.ts';

/* Figures wake where a reader comes near, and nothing on the page moves by that. */

let site: Site;
/** A page for each kind of figure, and one for each drawing. */
const pages = new Map<string, string>();
beforeAll(async () => {
  site = await Site.open();
  for (const path of await site.paths()) {
    if (!path.endsWith('/')) continue;
    const html = readFileSync(join(site.folder, path, 'index.html'), 'utf8');
    for (const [, kind = '', rest = ''] of html.matchAll(/<stage-([a-z-]+)([^>]*)>/g)) {
      const size = /data-(?:size|name|of)="([^"]+)"/.exec(rest)?.[1] ?? '';
      const name = `${kind} ${size}`.trim();
      if (kind !== 'snippet' && !pages.has(name)) pages.set(name, path);
    }
  }
});
afterAll(() => site.close());

/** Figures that say by themselves that they are awake. */
const FIGURES = 'break-it combine decide decode drawing migration space stepper verdicts'.split(
  ' ',
);
/** Tables and lists that answer once their element is defined. */
const TABLES = 'cases debate map table timeline'.split(' ');
const all = (names: readonly string[]) => names.map((name) => `stage-${name}`).join();

/** What has moved since the last question, and where. */
const moved = (page: Visit): Promise<string[]> =>
  page.evaluate(async () => {
    // What a frame has moved is told after it.
    await new Promise((done) =>
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))),
    );
    return (window as unknown as { shifted: () => string[] }).shifted();
  });

async function watch(page: Visit): Promise<void> {
  await page.evaluate(() => {
    const shifts: string[] = [];
    type Shift = PerformanceEntry & { value: number; sources: { node: Node | null }[] };
    const note = (list: PerformanceEntryList): void => {
      for (const { value, sources } of list as Shift[])
        // Less than the ten-thousandth part of a window is a rounding, and no eye sees it.
        if (value >= 0.0001)
          shifts.push(
            `${value.toFixed(4)} ${sources.map(({ node }) => (node instanceof Element ? node.outerHTML.slice(0, 80) : node?.textContent)).join(' | ')}`,
          );
    };
    const observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ type: 'layout-shift' });
    const shifted = (): string[] => {
      note(observer.takeRecords());
      return shifts.splice(0);
    };
    Object.assign(window, { shifted });
  });
}

test.each([
  ['a phone', PHONE],
  ['a desk', DESK],
])(
  'each kind of figure wakes on %s, and nothing moves',
  async (_, size) => {
    const kinds = [...pages.keys()].map((name) => name.split(' ')[0]);
    expect(kinds).toEqual(expect.arrayContaining([...FIGURES, ...TABLES]));
    const shifted: Record<string, string[]> = {};
    let woken = 0;
    await onPaths([...new Set(pages.values())], async (path) => {
      const page = await site.visit(path, { ...size, reducedMotion: 'reduce' });
      await watch(page);
      for (const figure of await page.locator(all([...FIGURES, ...TABLES])).all()) {
        await figure.scrollIntoViewIfNeeded();
        const marks = await figure.locator('wbr').count();
        for (const type of ['pointerover', 'focusin']) await figure.dispatchEvent(type);
        await figure.evaluate(async (one, figures) => {
          if (!one.matches(figures)) await customElements.whenDefined(one.localName);
          else
            while (!('hydrated' in (one as HTMLElement).dataset))
              await new Promise((next) => setTimeout(next, 20));
        }, all(FIGURES));
        woken += 1;
        const what = await moved(page);
        // Without its marks a name breaks elsewhere, which moves what follows where the lines allow it.
        if ((await figure.locator('wbr').count()) < marks) what.push('names lost their marks');
        if (what.length > 0) (shifted[path] ??= []).push(...what);
      }
      await page.context().close();
    });
    expect(woken).toBeGreaterThanOrEqual(30);
    expect(shifted).toEqual({});
  },
  300_000,
);

test('what moves is seen by this test', async () => {
  const page = await site.visit('/guide/what-kvm-decides/', PHONE, 'networkidle');
  await watch(page);
  await page.locator('h1').evaluate((heading) => heading.before('A line that pushes the others'));
  expect((await moved(page)).length).toBe(1);
});

test('the figure that decodes a byte has no axe finding once a byte was typed, right or wrong', async () => {
  const page = await site.visit('/reference/mair-byte/', PHONE);
  for (const byte of ['0x4F', 'zz']) {
    await page.locator('stage-decode input').fill(byte);
    await page.locator('stage-decode[data-hydrated]').waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeFindings(page, 'stage-decode')).toEqual([]);
    }
  }
});
