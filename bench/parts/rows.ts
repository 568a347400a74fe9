import type { Browser, CDPSession } from 'playwright-core';
import { TABLES } from '../../src/figures/rows/tables.ts';
import { rowTable, type RowTable, type Scan } from '../../src/model/index.ts';
import { stageTwo } from '../site/sites.ts';
import { withSite } from '../site/with-site.ts';
import { atMost, budgetTable } from '../support/budget.ts';
import { BenchFailure } from '../support/failure.ts';
import { progress } from '../support/progress.ts';
import type { Section } from '../support/report.ts';
import { median } from '../support/stats.ts';

/** A processor four times slower, as Lighthouse has it for a phone. */
const SLOWER = 4;
const FIRST_MS = 200;
const CHOICE_MS = 50;
const CHOICES = 12;
/** The rows with which the page shows that it has answered. */
const FEW = 100;

function open(): RowTable {
  const { table } = rowTable(TABLES.fault.question, 'v7.3');
  if (table === null) throw new BenchFailure('there is no table of faults');
  return table;
}

/** Time of the processor until `enough` of the rows of faults are found, in milliseconds. */
function costUntil(table: RowTable, enough: (scan: Scan) => boolean): number {
  const before = process.cpuUsage();
  for (const walk = table.scan(TABLES.fault.begins); ;) {
    const { value, done } = walk.next();
    if (done || enough(value)) break;
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** What rows of a whole table cost: the first, all of them, and a choice. */
export async function benchRows(runs: number): Promise<Section> {
  const site = stageTwo();
  progress(`build: ${site.name}`);
  await site.build();
  return withSite(site.out, async (browser, url) => {
    const few = ({ rows }: Scan): boolean => rows.length >= FEW;
    const all = ({ found }: Scan): boolean => found;
    costUntil(open(), all);
    const costs = Array.from({ length: runs }, () => {
      const table = open();
      const first = costUntil(table, few);
      const found = first + costUntil(table, all);
      const counted = found + costUntil(table, () => false);
      return { first, found, counted, again: costUntil(table, all) };
    });
    const pages: { open: number; choice: number }[] = [];
    for (let run = 0; run < runs; run++) pages.push(await onPage(browser, url));
    const of = (pick: (cost: (typeof costs)[number]) => number): number => median(costs.map(pick));
    const opened = median(pages.map((page) => page.open));
    const first = of((cost) => cost.first);
    const budgets = [
      atMost('first rows of a link with filters, page and search', opened + first, FIRST_MS, ' ms'),
      atMost(
        `first rows after a choice, the search, ${SLOWER} times slower`,
        first * SLOWER,
        FIRST_MS,
        ' ms',
      ),
      atMost(
        "a choice, the page's thread with layout",
        median(pages.map((page) => page.choice)),
        CHOICE_MS,
        ' ms',
      ),
    ];
    const ms = (value: number): string => `${value.toFixed(0)} ms`;
    return {
      id: 'rows',
      heading: 'What rows of a whole table cost',
      text: [
        budgetTable(budgets),
        `The worker finds the 40 960 faults with which the page begins in ${ms(of((cost) => cost.found))}, has counted every other choice after ${ms(of((cost) => cost.counted))}, and finds the same rows again in ${ms(of((cost) => cost.again))}.`,
        METHOD,
      ].join('\n\n'),
      budgets,
    };
  });
}

/** Seconds that the thread of the page has worked, by its own clock. */
async function worked(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}

/** Waits, in the page, until a text stands among what is the same in every row: nothing is laid out for that. */
function comes(text: string): Promise<void> {
  const at = document.querySelector('.rows-same');
  return new Promise((done, fail) => {
    if (!at) return fail(new Error('no rows'));
    const look = (): void => {
      if (!at.textContent?.includes(text)) return;
      observer.disconnect();
      done();
    };
    const observer = new MutationObserver(look);
    observer.observe(at, { childList: true, subtree: true, characterData: true });
    look();
  });
}

async function onPage(browser: Browser, url: string): Promise<{ open: number; choice: number }> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(`${url}/reference/every-fault/#rows=1.fwb:0`);
    await page.evaluate(comes, 'fwb 0');
    const opened = await worked(session);
    await page.waitForSelector('stage-rows[data-answered]');
    const before = await worked(session);
    for (let n = 0; n < CHOICES; n++) {
      await page.locator('[data-key="dic"]').selectOption(n % 2 === 0 ? '0' : '1');
      await page.waitForSelector(`.rows-same:has-text("dic ${n % 2}")`);
      await page.waitForSelector('stage-rows[data-answered]');
    }
    const after = await worked(session);
    return { open: opened * 1000, choice: ((after - before) * 1000) / CHOICES };
  } finally {
    await page.close();
  }
}

const METHOD = `How it is measured. The first rows of a page without filters stand in it before a script runs. A link with filters: all tasks of the page's thread from the navigation until the rows stand there (\`TaskDuration\` of Chromium, by the thread's own clock; the rows are waited for in the page, so that nothing is laid out for the wait), and the time of the processor that finding the first ${FEW} rows takes in Node. A choice: the tasks of the page's thread for ${CHOICES} choices, layout and what the test itself asks included. Rows are found in a worker beside the page, so a choice never waits for them.`;
