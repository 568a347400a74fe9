import type { Browser } from 'playwright-core';
import { launchChromium } from '../../scripts/browser.ts';
import { serve } from '../../tests/site/serve.ts';
import { readBook } from '../book.ts';
import { installPeers } from '../peers/install.ts';
import { starlight } from '../peers/starlight.ts';
import { loadOf, medianLoad } from '../site/load.ts';
import { firstVisit, type FirstVisit } from '../site/paint.ts';
import { peerSite, stageTwo } from '../site/sites.ts';
import { atMost, budgetTable } from '../support/budget.ts';
import { exec } from '../support/exec.ts';
import { root } from '../support/paths.ts';
import { progress } from '../support/progress.ts';
import type { Section } from '../support/report.ts';
import { median } from '../support/stats.ts';
import { kb, table } from '../support/table.ts';

/** A page of each kind that both sites have. */
const PAGES = [
  ['the landing page', '/'],
  ['a chapter of text', '/guide/one-mail-one-bug/'],
  ['a chapter around a figure', '/guide/what-kvm-decides/'],
  ['the longest chapter', '/guide/nine-policies-on-trial/'],
] as const;

/** The least number of visits whose median says something on a machine that does other work too. */
const LEAST = 5;

interface Seen {
  site: string;
  url: string;
  visits: FirstVisit[];
  rounds: Awaited<ReturnType<typeof loadOf>>[];
}

/** Stage Two beside Starlight on a slow line: the largest paint, and what a visit asks a host for. */
export async function benchPaint(runs: number): Promise<Section> {
  await installPeers();
  const [own, peer] = [stageTwo(), peerSite(starlight, readBook(), 'sites')];
  await exec({ argv: ['npm', 'run', 'build'], cwd: root });
  await peer.build();
  const sites = [own, peer];
  const servers = await Promise.all(sites.map(({ out }) => serve(out)));
  try {
    const pages = PAGES.map(([kind, path]) => ({
      kind,
      seen: sites.map(({ name }, i): Seen => {
        const url = `${servers[i]?.url}${path}`;
        return { site: name, url, visits: [], rounds: [] };
      }),
    }));
    for (let round = 1; round <= Math.max(runs, LEAST); round++) {
      const browser = await launchChromium();
      // What a browser does once, when it shows its first page, is nobody's.
      for (const { url } of pages[0]?.seen ?? []) await firstVisit(browser, url);
      for (const { kind, seen } of pages) {
        progress(`visit ${round}: ${kind}`);
        // In turns, so that both meet the same machine.
        for (const one of seen) await visitOnce(browser, one);
      }
      await browser.close();
    }
    return section(pages);
  } finally {
    for (const { server } of servers) {
      server.closeAllConnections();
      server.close();
    }
  }
}

async function visitOnce(browser: Browser, one: Seen): Promise<void> {
  const visit = await firstVisit(browser, one.url);
  one.visits.push(visit);
  one.rounds.push(await loadOf(visit.addresses));
}

function section(pages: readonly { kind: string; seen: readonly Seen[] }[]): Section {
  const budgets = pages.map(({ kind, seen }) =>
    atMost(`${kind}: LCP, as a part of Starlight's in the same run`, ratioOf(seen), 1),
  );
  const rows = pages.flatMap(({ kind, seen }) =>
    seen.map((one) => {
      const load = medianLoad(one.rounds);
      const last = one.visits.at(-1);
      return [
        one.site,
        kind,
        `${Math.round(lcpOf(one))} ms`,
        last?.addresses.length ?? 0,
        `${kb(median(one.visits.map(({ bytes }) => bytes)))} KB`,
        `${load.cpu.toFixed(1)} s`,
        load.visits.toFixed(0),
        `${load.tail.toFixed(1)} ms`,
      ];
    }),
  );
  const head = [
    'site',
    'page',
    'LCP',
    'requests',
    'bytes',
    'CPU of 1,000 visits',
    'visits a second',
    'slowest of 100',
  ];
  const visits = pages[0]?.seen[0]?.visits.length ?? 0;
  const text = [
    budgetTable(budgets),
    '### First visits',
    table(head, rows),
    `How it is measured. Chromium, a fresh context without a cache for each visit, a window of 412 by 823, a line of 1.6 Mbit/s with 150 ms a round trip and a processor four times slower (\`Network.emulateNetworkConditions\`, \`Emulation.setCPUThrottlingRate\`), which the visit lives through; nothing is computed from a fast one. Both sites have the same words, the peer's without what runs; visits go in turns, in a browser that has shown a page of each before, medians of ${visits}. Requests and bytes (with headers, compressed with gzip) until 800 ms after the load. Visits a second: all of these asked for again by 8 readers at once over loopback, from the same server, 40 visits a round. CPU of 1,000 visits is what the processor spent on them, the server and who asks in one process (\`process.cpuUsage\`): waiting for other programs does not count, so it holds still where visits a second swing; of those only the relation says something.`,
  ].join('\n\n');
  return { id: 'paint', heading: 'First visits on a slow line', text, budgets };
}

const lcpOf = ({ visits }: Seen): number => median(visits.map(({ lcp }) => lcp));

const ratioOf = ([own, peer]: readonly Seen[]): number =>
  own && peer ? lcpOf(own) / lcpOf(peer) : Number.NaN;
