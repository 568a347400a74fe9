import type { Browser } from 'playwright-core';
import { median } from '../support/stats.ts';

const RUNS = 9;
/** Words that readers look for; one of them stands on one page only. */
const TERMS = ['PFNMAP', 'stage 2', 'EFAULT', 'Zyngier', 'VM_ALLOW_ANY_UNCACHED'];

/** Milliseconds until a search gives its first five results with their excerpts, its index loaded. */
export async function searchMs(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage();
  await page.goto(url);
  const times: number[] = [];
  for (const term of TERMS) times.push(await page.evaluate(searchOnce, term));
  await page.close();
  return median(times);
}

/** Milliseconds from the request of a page to its load event, each time with an empty cache. */
export async function openMs(browser: Browser, url: string): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const start = performance.now();
    await page.goto(url, { waitUntil: 'load' });
    times.push(performance.now() - start);
    await context.close();
  }
  return median(times);
}

/* This one runs in the page. */

interface Found {
  readonly results: readonly { data(): Promise<unknown> }[];
}
interface Pagefind {
  init(): Promise<void>;
  preload(term: string): Promise<void>;
  search(term: string): Promise<Found>;
}

async function searchOnce(term: string): Promise<number> {
  const address = '/pagefind/pagefind.js';
  const pagefind = (await import(address)) as Pagefind;
  await pagefind.init();
  await pagefind.preload(term);
  const start = performance.now();
  const { results } = await pagefind.search(term);
  if (results.length === 0) throw new Error(`nothing found for ${term}`);
  await Promise.all(results.slice(0, 5).map((result) => result.data()));
  return performance.now() - start;
}
