import type { Browser, CDPSession } from 'playwright-core';
import { POLICIES } from '../../src/model/index.ts';
import { writeLink } from '../../src/policies/link.ts';
import { judging } from '../../src/policies/judging.ts';
import { QUESTIONS } from '../../src/policies/questions.ts';
import { measureSpace } from '../machine/space-in-browser.ts';
import { stageTwo } from '../site/sites.ts';
import { withSite } from '../site/with-site.ts';
import { atMost, budgetTable } from '../support/budget.ts';
import { BenchFailure } from '../support/failure.ts';
import { progress } from '../support/progress.ts';
import type { Section } from '../support/report.ts';
import { median } from '../support/stats.ts';

/** A processor four times slower, as Lighthouse has it for a phone. */
const SLOWER = 4;
const OPEN_MS = 1000;
const TYPED_MS = 100;
const SPACE_MS = 400;
const TYPED = 10;
const CODE = (answer: string) =>
  `const policy = { name: 'x', onMemslot: () => 'accepted', onFault: () => '${answer}' };`;

/** What a policy costs: to open one that came by a link, and to judge what is typed. */
export async function benchPolicies(runs: number): Promise<Section> {
  const site = stageTwo();
  progress(`build: ${site.name}`);
  await site.build();
  const space = await measureSpace();
  return withSite(site.out, async (browser, url) => {
    const pages: OnPage[] = [];
    for (let run = 0; run < runs; run++) pages.push(await onPage(browser, url));
    const of = (pick: (one: OnPage) => number): number => median(pages.map(pick));
    const judge = median(Array.from({ length: runs + 2 }, judgeCost).slice(2));
    const budgets = [
      atMost(
        `a link: its text, ${SLOWER} times slower`,
        of(({ text }) => text),
        OPEN_MS,
        ' ms',
      ),
      atMost(
        `a link: the editor, ${SLOWER} times slower`,
        of(({ ready }) => ready),
        OPEN_MS,
        ' ms',
      ),
      atMost(
        'a policy that is typed, page and search',
        of(({ typed }) => typed) + judge,
        TYPED_MS,
        ' ms',
      ),
      atMost('all 4096 policies in Chromium, in a fresh worker', space, SPACE_MS, ' ms'),
    ];
    return {
      id: 'policies',
      heading: 'What a policy costs',
      text: [budgetTable(budgets), METHOD].join('\n\n'),
      budgets,
    };
  });
}

interface OnPage {
  readonly text: number;
  readonly ready: number;
  readonly typed: number;
}

/** Time of the processor that the worker's part takes, in milliseconds. */
function judgeCost(): number {
  const [policy] = POLICIES;
  if (policy === undefined) throw new BenchFailure('there is no policy');
  const given = QUESTIONS.map(({ part, input }) => ({ answer: policy[part](input as never) }));
  const before = process.cpuUsage();
  judging({ given, other: 'error-on-creation' });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Milliseconds that the thread of the page has worked, by its own clock. */
async function worked(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

async function onPage(browser: Browser, url: string): Promise<OnPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const fragment = await writeLink({ code: CODE('normal'), version: '0.0.0' });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.goto(`${url}/policies/${String(fragment)}`, { waitUntil: 'commit' });
    await page.waitForFunction(hasText, null, { polling: 30 });
    const text = await worked(session);
    await page.locator('stage-policies[data-hydrated]').waitFor();
    const ready = await worked(session);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    const type = async (n: number): Promise<void> => {
      const answer = n % 2 === 0 ? 'device' : 'normal-nc';
      await page.locator('.cm-content').focus();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.insertText(CODE(answer));
      await page.locator('[data-part=verdicts]', { hasText: answer }).waitFor();
    };
    for (let n = 0; n < 4; n++) await type(n);
    const before = await worked(session);
    for (let n = 0; n < TYPED; n++) await type(n);
    return { text, ready, typed: ((await worked(session)) - before) / TYPED };
  } finally {
    await context.close();
  }
}

/* In the page. */
const hasText = (): boolean =>
  document.querySelector('[data-part=note]')?.textContent?.includes('came by a link') ?? false;

const METHOD = `How it is measured. A link: all tasks of the page's thread from the navigation until its text stands there, and until the editor does (\`TaskDuration\` of Chromium, by the thread's own clock, so that other programs do not count; ${SLOWER} times slower by the emulation of DevTools). It does not have what the network takes. A typed policy: the tasks of the page's thread for one text of ${TYPED}, warm, with layout and what the test itself asks, and the time of the processor that the search takes in Node; the pause of 150 ms after the last letter and the sandbox, which runs the text beside the page, are not in it. All policies: the fastest of nine, each in a fresh worker, from its creation to its answer, loading the model's text included: this one is by the clock on the wall, and the slower ones were slowed by others on the machine.`;
