import type { Browser, Page } from 'playwright-core';
import { builtSite } from '../../tests/site/build.ts';
import { withSite } from '../site/with-site.ts';
import { atMost, budgetTable } from '../support/budget.ts';
import { BenchFailure } from '../support/failure.ts';
import { progress } from '../support/progress.ts';
import type { Section } from '../support/report.ts';
import { median } from '../support/stats.ts';
import { ratio, table } from '../support/table.ts';

const WARM_MS = 50;
const ANSWERS = 20;
/** Between two answers, so that none waits for what the one before still draws. */
const PAUSE_MS = 100;

/** A way to answer. */
interface Way {
  readonly name: string;
  readonly path: string;
  /** What holds what is answered. */
  readonly box: string;
  /** It can be answered once, so that each answer is one to the next of them. */
  readonly once?: true;
  /** What the reader does before the click, in the box. */
  readonly chooses?: string;
  readonly types?: string;
  readonly button: string;
  /** Where the verdict comes to stand, in the box. */
  readonly said: string;
}

const WAYS: readonly Way[] = [
  {
    name: 'check, an option chosen',
    path: '/guide/one-mail-one-bug/',
    box: '.check[data-key]:has([type=radio]) fieldset',
    chooses: '[type=radio]',
    button: '.check-do button',
    said: '[role=status]',
  },
  {
    name: 'check, an answer typed',
    path: '/guide/pkvm/',
    box: '.check[data-key]:has(fieldset [type=text]) fieldset',
    types: 'EINVAL',
    button: '.check-do button',
    said: '[role=status]',
  },
  {
    name: 'guess on a card',
    path: '/guide/misunderstandings/',
    box: '.guess',
    once: true,
    button: 'button',
    said: '.guess-said',
  },
  {
    name: 'exercise, its program run',
    path: '/exercises/one-bit-short/',
    box: '.exercise',
    button: '[data-do=run]',
    said: '.exercise-said',
  },
];

/** Milliseconds from the click until the verdict stands in the document, and until it was drawn. */
type Times = readonly [inDocument: number, drawn: number];

/** What it costs to judge an answer, the first one of a page and those after it. */
export async function benchAnswers(runs: number): Promise<Section> {
  const folder = await builtSite();
  return withSite(folder, async (browser, url) => {
    const measured = new Map<Way, { first: Times[]; warm: Times[] }>();
    for (const way of WAYS) {
      const times = { first: [] as Times[], warm: [] as Times[] };
      for (let run = 0; run < runs; run++) {
        progress(`answer: ${way.name}`);
        const [first, ...warm] = await answered(browser, url, way);
        if (!first || warm.length === 0)
          throw new BenchFailure(`${way.name}: no answer was judged`);
        times.first.push(first);
        times.warm.push(...warm);
      }
      measured.set(way, times);
    }
    const of = (all: readonly Times[], at: 0 | 1): number => median(all.map((one) => one[at]));
    const rows = [...measured].map(([{ name }, { first, warm }]) => ({
      name,
      count: warm.length,
      first: of(first, 0),
      warm: of(warm, 0),
      drawn: of(warm, 1),
    }));
    const budgets = rows.map(({ name, drawn }) =>
      atMost(`${name}, warm, until it is drawn`, drawn, WARM_MS, ' ms'),
    );
    const ms = (value: number): string => `${value.toFixed(1)} ms`;
    const base = rows[0]?.warm ?? 0;
    const lines = rows.map(({ name, count, first, warm, drawn }) => [
      name,
      count,
      ms(first),
      ms(warm),
      ratio(warm, base),
      ms(drawn),
    ]);
    return {
      id: 'answers',
      heading: 'What judging an answer costs',
      text: [
        budgetTable(budgets),
        table(['answer', 'warm runs', 'first', 'warm', 'ratio', 'warm, drawn'], lines),
        METHOD,
      ].join('\n\n'),
      budgets,
    };
  });
}

/** Answers on a page that nobody has touched, as a script does: the first loads what judges. */
async function answered(browser: Browser, url: string, way: Way): Promise<Times[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(url + way.path, { waitUntil: 'networkidle' });
    return await inPage(page, way);
  } finally {
    await context.close();
  }
}

function inPage(page: Page, way: Way): Promise<Times[]> {
  return page.evaluate(
    async ({ way: { box, once, chooses, types, button, said }, answers, pause }) => {
      const boxes = [...document.querySelectorAll(box)];
      const drawn = (): Promise<void> =>
        new Promise((done) =>
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.addEventListener('message', () => done(), { once: true });
            port1.start();
            port2.postMessage(null);
          }),
        );
      const times: [number, number][] = [];
      for (let n = 0; n <= answers; n++) {
        const one = boxes[once ? n : 0];
        const place = one?.querySelector(said);
        const click = one?.querySelector<HTMLElement>(button);
        if (!one || !place || !click) break;
        const options =
          chooses === undefined ? [] : [...one.querySelectorAll<HTMLElement>(chooses)];
        options[n % options.length]?.click();
        const field = one.querySelector<HTMLInputElement>('[type=text]');
        if (field && types !== undefined) field.value = types;
        const changed = new Promise<void>((done) => {
          const observer = new MutationObserver(() => {
            observer.disconnect();
            done();
          });
          observer.observe(place, { childList: true, characterData: true, subtree: true });
        });
        const from = performance.now();
        click.click();
        await changed;
        const inDocument = performance.now() - from;
        await drawn();
        times.push([inDocument, performance.now() - from]);
        await new Promise((later) => setTimeout(later, pause));
      }
      return times;
    },
    { way, answers: ANSWERS, pause: PAUSE_MS },
  );
}

const METHOD = `How it is measured. The built pages, without throttling; medians, from the click that a script makes until the verdict stands in the document, and until the end of the frame that shows it. First: the first answer on a page that nobody has touched, in a browser without a cache: what judges is loaded by it, so it has no limit. Warm: ${ANSWERS} answers after it on the same page, with ${PAUSE_MS} ms between them. An exercise is judged by what its program prints, so its time has the run of the program in it. Ratios are to a check with an option chosen.`;
