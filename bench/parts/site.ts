import { readBook } from '../book.ts';
import { installPeers } from '../peers/install.ts';
import { buildAll } from '../site/build-all.ts';
import { buildBudget, pageBudgets } from '../site/budgets.ts';
import { measure, PAGES, type PageFigures } from '../site/measure.ts';
import { peers, peerSite, stageTwo } from '../site/sites.ts';
import { pageTable, timeTable } from '../site/tables.ts';
import { budgetTable } from '../support/budget.ts';
import type { Section } from '../support/report.ts';

/** Stage Two and three peers, built from the same text, served and looked at in one run. */
export async function benchSite(runs: number): Promise<Section> {
  await installPeers();
  const book = readBook();
  const sites = [stageTwo(), ...peers.map((peer) => peerSite(peer, book, 'sites'))];
  const builds = await buildAll(sites, runs);
  const figures = await measure(sites, runs);
  const budgets = figures
    .filter(({ site }) => site === sites[0]?.name)
    .flatMap(pageBudgets)
    .concat(buildBudget(builds[0] ?? Number.NaN));
  const text = [
    budgetTable(budgets),
    `### A chapter, \`${PAGES.chapter}\``,
    pageTable(figures.filter(({ page }) => page === 'chapter')),
    `### The landing page, \`${PAGES.landing}\``,
    pageTable(figures.filter(({ page }) => page === 'landing')),
    `### Build of ${book.chapters.length} chapters and a landing page`,
    timeTable(sites, builds),
    ...faults(figures),
    method(runs),
  ];
  return { id: 'site', heading: 'Pages and builds', text: text.join('\n\n'), budgets };
}

function faults(figures: readonly PageFigures[]): string[] {
  const lines = figures.flatMap(({ site, page, foreign, faults: titles }) => [
    ...titles.map((title) => `- ${site}, ${page}: ${title}`),
    ...foreign.map((url) => `- ${site}, ${page}: asks for ${url}`),
  ]);
  return lines.length > 0 ? ['What cost points outside performance:', lines.join('\n')] : [];
}

function method(runs: number): string {
  return `How it is measured. Sizes: Chromium opens the page from a local server that compresses with gzip; bytes of bodies as sent, until the page rests, prefetched files included, nothing touched; scripts and styles inside the HTML are added, each compressed alone. KB is 1000 bytes. Lighthouse: mobile, its own simulated slow 4G and four times slower processor; median of ${runs}. Builds: wall time, median of ${runs}, every cache of the builder removed before each; files are warm in the system's cache. The peers get the chapters as plain Markdown: a figure is its caption, and nothing runs. Their landing page is a title, a sentence and the list of chapters. Starlight and VitePress build a search index as Stage Two does; Docusaurus has none.`;
}
