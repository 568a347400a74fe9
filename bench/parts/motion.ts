import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/browser.ts';
import { serve } from '../../tests/site/serve.ts';
import { stageTwo } from '../site/sites.ts';
import { atMost, budgetTable, type Budget } from '../support/budget.ts';
import { BenchFailure } from '../support/failure.ts';
import { progress } from '../support/progress.ts';
import type { Section } from '../support/report.ts';
import { median } from '../support/stats.ts';
import { table } from '../support/table.ts';

/** Stories whose tiles travel, each on a page that has no other. */
const STORIES = ['/guide/one-mail-one-bug/', '/guide/memory-types/', '/guide/fwb-and-dic/'];
/** A processor four times slower, as Lighthouse has it for a phone. */
const SLOWER = 4;
/** What a frame may take at 60 a second. */
const FRAME_MS = 16.7;

/** A happening of a trace of Chromium; times in microseconds, `tdur` of the thread's own clock. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly tdur?: number;
}

/** What the main thread did while tiles travelled, in milliseconds of its own clock. */
interface Motion {
  readonly frames: readonly number[];
  /** The task that took the click, one a journey. */
  readonly clicks: readonly number[];
}

/** Steps a story to its end and back, and says what each frame of the journeys cost. */
export async function benchMotion(runs: number): Promise<Section> {
  const site = stageTwo();
  progress(`build: ${site.name}`);
  await site.build();
  const { url, server } = await serve(site.out);
  const browser = await launchChromium();
  try {
    const budgets: Budget[] = [];
    const rows: (readonly (string | number)[])[] = [];
    for (const path of STORIES) {
      progress(`tiles of ${path}`);
      const all: Motion[] = [];
      for (let run = 0; run < runs; run++) all.push(await travelled(browser, url + path));
      const frames = all.flatMap((one) => one.frames).toSorted((a, b) => a - b);
      const clicks = all.flatMap((one) => one.clicks);
      const most = frames[Math.floor(frames.length * 0.95)] ?? Number.NaN;
      const row = [median(frames), most, median(clicks)].map((ms) => `${ms.toFixed(1)} ms`);
      rows.push([path, frames.length, ...row]);
      budgets.push(
        atMost(
          `19 of 20 frames of ${path}, ${SLOWER} times slower`,
          most * SLOWER,
          FRAME_MS,
          ' ms',
        ),
      );
    }
    const head = ['story', 'frames', 'median', '19 of 20', 'the click'];
    return {
      id: 'motion',
      heading: 'Tiles that travel',
      text: [budgetTable(budgets), table(head, rows), METHOD].join('\n\n'),
      budgets,
    };
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

async function travelled(browser: Browser, address: string): Promise<Motion> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.locator('stage-drawing').first().dispatchEvent('pointerover');
    await page.locator('stage-drawing[data-hydrated]').first().scrollIntoViewIfNeeded();
    await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing', 'cc'] });
    await stepThrough(page);
    const trace = JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] };
    return readTrace(trace.traceEvents);
  } finally {
    await page.close();
  }
}

/** A journey takes 350 ms; marks stand at its begin and after its end. */
const stepThrough = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const root = document.querySelector('stage-drawing[data-hydrated]');
    const rest = (ms: number) => new Promise((done) => setTimeout(done, ms));
    const steps = (root?.querySelectorAll('.strip > li').length ?? 0) - 1;
    for (const way of ['next', 'back'])
      for (let step = 0; step < steps; step++) {
        performance.mark('journey');
        root?.querySelector<HTMLElement>(`[data-step=${way}]`)?.click();
        await rest(400);
        performance.mark('arrival');
        await rest(100);
      }
  });

function readTrace(events: readonly TraceEvent[]): Motion {
  const marks = (name: string) => events.filter((one) => one.name === name).map(({ ts }) => ts);
  const [starts, ends] = [marks('journey'), marks('arrival')];
  const main = events.find(({ name }) => name === 'journey');
  const own = events.filter(
    ({ pid, tid, ph }) => pid === main?.pid && tid === main.tid && ph === 'X',
  );
  const frames: number[] = [];
  const clicks: number[] = [];
  for (const [i, from] of starts.entries()) {
    const within = own.filter(({ ts }) => ts > from && ts < (ends[i] ?? 0));
    const cost = (name: RegExp) =>
      within.flatMap((one) => (name.test(one.name) ? [(one.tdur ?? 0) / 1000] : []));
    // The first frame also draws what the click has changed.
    const [first = 0, ...rest] = cost(/^ProxyMain::BeginMainFrame$/);
    frames.push(...rest);
    clicks.push(first);
  }
  if (frames.length === 0) throw new BenchFailure('no frame in the trace: did the tiles travel?');
  return { frames, clicks };
}

const METHOD = `How it is measured. Each story is stepped forth and back; what the main thread spends on a frame is its own time (\`tdur\` of \`ProxyMain::BeginMainFrame\` in a trace), so that other programs on the machine do not count. The limit is a frame at 60 a second, the time multiplied by ${SLOWER}; the first frame after a click, which draws the step, stands by itself.`;
