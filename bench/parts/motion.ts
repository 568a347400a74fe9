import type { Browser, Page } from 'playwright-core';
import { stageTwo } from '../site/sites.ts';
import { withSite } from '../site/with-site.ts';
import { atMost, budgetTable, type Budget } from '../support/budget.ts';
import { BenchFailure } from '../support/failure.ts';
import { gapsOf, isLate, shownIn, type TraceEvent } from '../support/frames.ts';
import { progress } from '../support/progress.ts';
import type { Section } from '../support/report.ts';
import { median } from '../support/stats.ts';
import { table } from '../support/table.ts';

/** Stories whose tiles travel, each on a page that has no other. */
const STORIES = ['/guide/one-mail-one-bug/', '/guide/memory-types/', '/guide/fwb-and-dic/'];
/** A processor four times slower, as Lighthouse has it for a phone. */
const SLOWER = 4;
/** Frames that may come late, of a hundred. */
const LATE_PERCENT = 5;
/** A journey lasts 350 ms; what is watched ends a little before it arrives. */
const WATCHED_MS = 340;

/** Frames of some journeys, in milliseconds. */
interface Motion {
  /** From frame to frame of the screen that showed a tile on its way. */
  readonly shown: readonly number[];
  /** From the click to the first frame with a tile on its way. */
  readonly waits: readonly number[];
  /** From one call of requestAnimationFrame to the next, once the tiles are on their way. */
  readonly calls: readonly number[];
}

/** Steps a story to its end and back on a slow processor, and counts the frames of the journeys. */
export async function benchMotion(runs: number): Promise<Section> {
  const site = stageTwo();
  progress(`build: ${site.name}`);
  await site.build();
  return withSite(site.out, async (browser, url) => {
    const budgets: Budget[] = [];
    const rows: (readonly (string | number)[])[] = [];
    for (const path of STORIES) {
      progress(`tiles of ${path}`);
      const all: Motion[] = [];
      for (let run = 0; run < runs; run++) all.push(await travelled(browser, url + path));
      const shown = all.flatMap((one) => one.shown);
      const calls = all.flatMap((one) => one.calls);
      const waits = all.flatMap((one) => one.waits);
      if (shown.length === 0)
        throw new BenchFailure('no frame with a tile in the trace: did the tiles travel?');
      rows.push([path, ...rowOf(shown), ...rowOf(calls), ms(median(waits))]);
      const what = `frames over 16.7 ms while tiles of ${path} travel, ${SLOWER} times slower`;
      budgets.push(atMost(what, late(shown), LATE_PERCENT, ' %'));
    }
    const head = ['story', 'frames', 'over 16.7 ms', 'median', 'calls', 'over', 'median', 'click'];
    return {
      id: 'motion',
      heading: 'Tiles that travel',
      text: [budgetTable(budgets), table(head, rows), METHOD].join('\n\n'),
      budgets,
    };
  });
}

const ms = (value: number): string => `${value.toFixed(1)} ms`;
const late = (gaps: readonly number[]): number => (100 * gaps.filter(isLate).length) / gaps.length;
const rowOf = (gaps: readonly number[]) => [
  gaps.length,
  `${late(gaps).toFixed(1)} %`,
  ms(median(gaps)),
];

async function travelled(browser: Browser, address: string): Promise<Motion> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.locator('stage-drawing').first().dispatchEvent('pointerover');
    await page.locator('stage-drawing[data-hydrated]').first().scrollIntoViewIfNeeded();
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    // Tiles that travel are the compositor's; calls would make it wait for the page, so they come after.
    await browser.startTracing(page, {
      categories: [
        'blink.user_timing',
        'cc',
        'benchmark',
        'disabled-by-default-devtools.timeline.frame',
      ],
    });
    await stepThrough(page, false);
    const trace = JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] };
    const stamps = await stepThrough(page, true);
    const journeys = shownIn(trace.traceEvents).filter(({ length }) => length > 0);
    return {
      shown: journeys.flatMap(gapsOf),
      waits: journeys.map(([first = 0]) => first),
      calls: stamps.flatMap(gapsOf),
    };
  } finally {
    await page.close();
  }
}

/** Goes through a story and back; marks stand at the begin of a journey and before its end. */
const stepThrough = (page: Page, calls: boolean): Promise<number[][]> =>
  page.evaluate(
    async ({ watched, counts }) => {
      const root = document.querySelector('stage-drawing[data-hydrated]');
      const rest = (time: number) => new Promise((done) => setTimeout(done, time));
      const steps = (root?.querySelectorAll('.strip > li').length ?? 0) - 1;
      const all: number[][] = [];
      for (const way of ['next', 'back'])
        for (let step = 0; step < steps; step++) {
          performance.mark('journey');
          root?.querySelector<HTMLElement>(`[data-step=${way}]`)?.click();
          const travels = document.getAnimations().filter((one) => !(one instanceof CSSTransition));
          const stamps: number[] = [];
          let on = counts && travels.length > 0;
          const call = (stamp: number): void => {
            stamps.push(stamp);
            if (on) requestAnimationFrame(call);
          };
          // Counted from the frame in which the tiles set out.
          if (on) void travels[0]?.ready.then(() => requestAnimationFrame(call));
          await rest(watched);
          on = false;
          performance.mark('arrival');
          await rest(250);
          if (stamps.length > 0) all.push(stamps);
        }
      return all;
    },
    { watched: WATCHED_MS, counts: calls },
  );

const METHOD = `How it is measured. The processor of the page is made ${SLOWER} times slower (\`Emulation.setCPUThrottlingRate\`), and each story is stepped forth and back twice. The first time the compositor's own report of each frame is read from a trace (\`PipelineReporter\`: it was shown, and a tile was on its way in it); \`over 16.7 ms\` is the share of gaps between such frames that left out a frame of the screen. The second time the page itself asks for every frame (\`requestAnimationFrame\`), from when the tiles set out; they do not need it, but a page that cannot keep up shows here. \`click\` is from the click to the first frame with a tile on its way: the step is drawn in it. Other programs on the machine count, so it has to be idle.`;
