import type { Browser } from 'playwright-core';
import { Memory, triage } from '../../src/triage/index.ts';
import { LONGEST_TEXT } from '../../src/triage/limits.ts';
import { ROWS } from '../../tests/triage/support/cases.ts';
import { stageTwo } from '../site/sites.ts';
import { withSite } from '../site/with-site.ts';
import { atMost, budgetTable } from '../support/budget.ts';
import { BenchFailure } from '../support/failure.ts';
import { progress } from '../support/progress.ts';
import type { Section } from '../support/report.ts';
import { median } from '../support/stats.ts';

/** A processor four times slower, as Lighthouse has it for a phone. */
const SLOWER = 4;
const KEYSTROKE_MS = 16;
const LONG_MS = 1000;
const KEYS = 40;

/** A log of 200 lines: what a host writes on any day, and a case at its end. */
function log(): string {
  const day = (i: number): string =>
    [
      `[    ${i}.123456] usb 1-${i}: new high-speed USB device number ${i}`,
      `[    ${i}.223456] pci 0000:01:00.0: BAR 0 [mem 0x10000000-0x1fffffff 64bit pref]: assigned`,
      `2026-09-01T20:41:${i % 60} host systemd[1]: Started User Manager for UID 1000.`,
      'ioctl(13, KVM_RUN, 0) = 0',
    ][i % 4] ?? '';
  const found = ROWS.find(({ id }) => id === 'efault-243-is-0');
  if (!found) throw new BenchFailure('the case that the log ends with is gone');
  const end = found.input.split('\n');
  return [...Array.from({ length: 200 - end.length }, (_, i) => day(i)), ...end].join('\n');
}

/** A log of 200 lines in which nearly every line says something. */
const dense = (): string =>
  ROWS.flatMap(({ input }) => input.split('\n'))
    .slice(0, 200)
    .join('\n');

/** No line of it is like another. */
const long = (text: string): string =>
  Array.from({ length: Math.ceil(LONGEST_TEXT / text.length) }, (_, part) =>
    text.replaceAll('\n', ` ${part}\n`),
  )
    .join('\n')
    .slice(0, LONGEST_TEXT);

/** Time of the processor that `work` takes once, in milliseconds. */
function costOf(work: (n: number) => void, times: number): number {
  work(0);
  const before = process.cpuUsage();
  for (let n = 1; n <= times; n++) work(n);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / times;
}

/** The same for a text at whose end letters are typed. */
function costOfLetters(text: string, times: number): number {
  const memory = new Memory();
  return costOf((n) => void triage(`${text} ${'x'.repeat(n)}`, {}, memory), times);
}

/** What recognition and reasons cost, and what a keystroke costs the page. */
export async function benchTriage(runs: number): Promise<Section> {
  const [text, full] = [log(), dense()];
  const whole = long(text);
  const site = stageTwo();
  progress(`build: ${site.name}`);
  await site.build();
  return withSite(site.out, async (browser, url) => {
    const medianOf = (cost: () => number): number =>
      median(Array.from({ length: runs }, () => cost()));
    const slower = (what: string, ms: number) =>
      atMost(`${what}, ${SLOWER} times slower`, ms * SLOWER, KEYSTROKE_MS, ' ms');
    for (const one of [text, full]) costOf(() => void triage(one), 60);
    const [first, firstFull] = [text, full].map((one) =>
      medianOf(() => costOf(() => void triage(one), 40)),
    ) as [number, number];
    const [letter, letterFull] = [text, full].map((one) =>
      medianOf(() => costOfLetters(one, 40)),
    ) as [number, number];
    const megabyte = medianOf(() => costOf(() => void triage(whole), 2));
    const keys: Keystroke[] = [];
    for (let run = 0; run < runs; run++) keys.push(await keystroke(browser, url, text));
    const all = median(keys.map((key) => key.all));
    const budgets = [
      slower('recognition and reasons, 200 lines, a paste', first),
      slower('the same, nearly every line says something', firstFull),
      slower('recognition and reasons, 200 lines, a letter', letter),
      slower('the same, nearly every line says something', letterFull),
      atMost('recognition and reasons, 1 MB, no line twice', megabyte, LONG_MS, ' ms'),
      slower("the page's own code for a keystroke, 200 lines", median(keys.map(({ own }) => own))),
    ];
    return {
      id: 'triage',
      heading: 'What a paste costs',
      text: [
        budgetTable(budgets),
        `With what Chromium does for a keystroke (layout, paint, two frames), the thread of the page takes ${all.toFixed(1)} ms, not multiplied.`,
        METHOD,
      ].join('\n\n'),
      budgets,
    };
  });
}

/** A task in a trace of Chromium; `tdur` is of the thread's own clock, in microseconds. */
interface Task {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly tdur?: number;
}

/** What a keystroke costs the thread of the page, in milliseconds. */
interface Keystroke {
  /** The code of the page, and taking what the worker sends. */
  readonly own: number;
  /** Layout, paint and all else with it. */
  readonly all: number;
}

async function keystroke(browser: Browser, url: string, text: string): Promise<Keystroke> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await page.goto(`${url}/workbench/`, { waitUntil: 'networkidle' });
    await page.locator('#triage-text').fill(text);
    await page.waitForSelector('#triage[data-answered]');
    await browser.startTracing(page, {
      categories: ['toplevel', 'devtools.timeline', 'blink.user_timing'],
    });
    await page.evaluate(async (keys) => {
      const field = document.querySelector<HTMLTextAreaElement>('#triage-text');
      const root = document.querySelector<HTMLElement>('#triage');
      // Deprecated, and still the only way for a script to type as a key does; with a new value all lines
      // would be laid out again.
      const typing: { execCommand: (name: string, ui: boolean, text: string) => boolean } =
        document;
      performance.mark('typing');
      field?.focus();
      field?.setSelectionRange(field.value.length, field.value.length);
      for (let n = 0; n < keys; n++) {
        typing.execCommand('insertText', false, 'x');
        while (root?.dataset['answered'] === undefined)
          await new Promise((done) => requestAnimationFrame(done));
      }
      performance.mark('typed');
    }, KEYS);
    const trace = JSON.parse(String(await browser.stopTracing())) as { traceEvents: Task[] };
    const at = (name: string): Task | undefined =>
      trace.traceEvents.find((one) => one.name === name);
    const [from, to] = [at('typing'), at('typed')];
    if (!from || !to) throw new BenchFailure('nothing was typed');
    const tasks = trace.traceEvents.filter(
      ({ ph, pid, tid, ts }) =>
        ph === 'X' && pid === from.pid && tid === from.tid && ts >= from.ts && ts <= to.ts,
    );
    const sum = (...names: readonly string[]): number =>
      tasks
        .filter(({ name }) => names.some((end) => name.endsWith(end)))
        .reduce((all, { tdur = 0 }) => all + tdur, 0) /
      1000 /
      KEYS;
    return { own: sum('FunctionCall', 'HandlePostMessage'), all: sum('RunTask') };
  } finally {
    await page.close();
  }
}

const METHOD = `How it is measured. Recognition and reasons: time of the processor that \`triage\` takes in Node, warm, for a log of 200 lines with a case at its end, and for 200 lines of cases; once all of it anew, as after a paste, and once with what it remembers of the text before, as after a letter. The megabyte is the log again and again, with a number at the end of each line so that none comes twice. A keystroke: ${KEYS} letters at the end of that log in the built page; the sum of its functions and of taking the worker's messages, by the thread's own clock (\`tdur\` of \`FunctionCall\` and \`HandlePostMessage\` in a trace of Chromium), so that other programs on the machine do not count. The reasons are found in a worker beside it. Times are multiplied by ${SLOWER} where a limit is for a slower processor.`;
