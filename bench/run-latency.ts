// node bench/run-latency.ts [--url URL --snippet ID]: from the click on Run to the output.
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { serveSnippets } from '../tests/snippets/support/site.ts';
import { launchChromium } from '../scripts/browser.ts';
import { median } from './support/stats.ts';

const RUNS = 20;
/** How long before the click a pointer comes near, where it does. */
const APPROACH_MS = 300;

/** One way to click, and the medians in milliseconds from the click's own time stamp. */
export interface Latency {
  readonly way:
    'cold, pointer near before' | 'cold, finger used before' | 'cold, no approach' | 'warm';
  readonly runs: number;
  /** Until the output stands in the document. */
  readonly inDocument: number;
  /** Until the frame with the output has been made, which waits for the screen's clock. */
  readonly painted: number;
}

type Times = [inDocument: number, painted: number];

const SNIPPET = {
  id: 'measured',
  code: `import { handleFault } from 'stage-two';

const vma = { vmPfnmap: true, attrIndx: 'MT_NORMAL' } as const;

show(handleFault('v6.17', { vma, fwb: false, dic: false, access: 'read' }));`,
  group: null,
  throws: null,
};

/** measureLatency clicks Run on one snippet, 20 times each way. */
export async function measureLatency(url: string, id: string): Promise<Latency[]> {
  const browser = await launchChromium();
  try {
    const near = await repeat(() => cold(browser, url, id, APPROACH_MS));
    const touch = await repeat(() => tapped(browser, url, id));
    const strict = await repeat(() => cold(browser, url, id, 0));
    const warm = await warmRuns(browser, url, id);
    return [
      summary('cold, pointer near before', near),
      summary('cold, finger used before', touch),
      summary('cold, no approach', strict),
      summary('warm', warm),
    ];
  } finally {
    await browser.close();
  }
}

async function repeat(measure: () => Promise<Times>): Promise<Times[]> {
  const all: Times[] = [];
  for (let i = 0; i < RUNS; i++) all.push(await measure());
  return all;
}

function summary(way: Latency['way'], times: readonly Times[]): Latency {
  const of = (at: 0 | 1): number => Math.round(median(times.map((t) => t[at])) * 10) / 10;
  return { way, runs: times.length, inDocument: of(0), painted: of(1) };
}

/** A browser context of its own has an empty cache. */
async function fresh(context: BrowserContext, url: string, id: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'load' });
  await page.locator(`#${id}`).scrollIntoViewIfNeeded();
  await page.waitForTimeout(300);
  await arm(page, id);
  return page;
}

async function cold(browser: Browser, url: string, id: string, approach: number): Promise<Times> {
  const context = await browser.newContext();
  const page = await fresh(context, url, id);
  const times = await click(page, id, approach);
  await context.close();
  return times;
}

/** A finger has touched the page, as to scroll; then it taps Run. */
async function tapped(browser: Browser, url: string, id: string): Promise<Times> {
  const context = await browser.newContext({ hasTouch: true });
  const page = await fresh(context, url, id);
  await page.touchscreen.tap(2, 200);
  await page.waitForTimeout(APPROACH_MS);
  const times = await press(page, id, (x, y) => page.touchscreen.tap(x, y));
  await context.close();
  return times;
}

async function warmRuns(browser: Browser, url: string, id: string): Promise<Times[]> {
  const page = await browser.newPage();
  await page.goto(url, { waitUntil: 'load' });
  await page.locator(`#${id}`).scrollIntoViewIfNeeded();
  await arm(page, id);
  await click(page, id, APPROACH_MS);
  const times = await repeat(async () => {
    await page.waitForTimeout(500);
    return click(page, id, 0);
  });
  await page.close();
  return times;
}

/** Lets the page note, for each click on Run, when the output changes and when that is painted. */
async function arm(page: Page, id: string): Promise<void> {
  await page.evaluate((snippet) => {
    const root = document.getElementById(snippet);
    const out = root?.querySelector('.snip-out');
    if (!root || !out) throw new Error(`no snippet ${snippet}`);
    const times: Times[] = [];
    Object.assign(window, { times });
    root.addEventListener('click', ({ timeStamp }) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        const inDocument = performance.now() - timeStamp;
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          const note = () => times.push([inDocument, performance.now() - timeStamp]);
          port1.addEventListener('message', note, { once: true });
          port1.start();
          port2.postMessage(null);
        });
      });
      observer.observe(out, { childList: true });
    });
  }, id);
}

function click(page: Page, id: string, approach: number): Promise<Times> {
  return press(page, id, async (x, y) => {
    if (approach > 0) {
      await page.mouse.move(x, y);
      await page.waitForTimeout(approach);
    }
    await page.mouse.click(x, y);
  });
}

async function press(
  page: Page,
  id: string,
  at: (x: number, y: number) => Promise<void>,
): Promise<Times> {
  const box = await page.locator(`#${id} [data-do=run]`).boundingBox();
  if (!box) throw new Error(`the Run button of ${id} is not to be seen`);
  const before = await page.evaluate(() => (window as unknown as { times: Times[] }).times.length);
  await at(box.x + box.width / 2, box.y + box.height / 2);
  const handle = await page.waitForFunction(
    (n) => (window as unknown as { times: Times[] }).times[n],
    before,
  );
  return (await handle.jsonValue()) as Times;
}

async function main(args: readonly string[]): Promise<void> {
  const [url, snippet] = ['--url', '--snippet'].map((name) => args[args.indexOf(name) + 1]);
  const own = args.length === 0 ? await serveSnippets([SNIPPET]) : null;
  const measured = await measureLatency(own?.url ?? url ?? '', own ? SNIPPET.id : (snippet ?? ''));
  await own?.close();
  for (const { way, runs, inDocument, painted } of measured) {
    console.log(
      `${way}: ${inDocument} ms to the document, ${painted} ms to the screen (median of ${runs})`,
    );
  }
  console.log(JSON.stringify(measured));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(process.argv.slice(2));
}
