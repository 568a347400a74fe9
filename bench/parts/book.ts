import { globSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll } from '../site/build-all.ts';
import { multiply } from '../site/multiply.ts';
import { openMs, searchMs } from '../site/reading.ts';
import { stageTwo } from '../site/sites.ts';
import { withSite } from '../site/with-site.ts';
import { atMost, budgetTable } from '../support/budget.ts';
import { root, scratch } from '../support/paths.ts';
import { progress } from '../support/progress.ts';
import type { Section } from '../support/report.ts';

const MANY = 300;

/** The whole guide: how long it takes to build, to search, and to open as one page. */
export async function benchBook(runs: number): Promise<Section> {
  const site = stageTwo();
  const chapters = readdirSync(join(root, 'content/guide')).length;
  const [whole = Number.NaN] = await buildAll([site], runs);
  const own = pagesIn(site.out);
  const small = await grow(chapters + Math.max(MANY - own, 0));
  const large = await grow(MANY);
  progress('search, and open the print edition');
  return withSite(site.out, async (browser, url) => {
    const budgets = [
      atMost('whole site, cold', whole / 1000, 45, ' s'),
      atMost(`${small.pages} pages, each`, small.ms / small.pages, 60, ' ms'),
      atMost(`${large.pages} pages, each`, large.ms / large.pages, 60, ' ms'),
      atMost('search, index loaded', await searchMs(browser, url), 100, ' ms'),
      atMost(
        'print edition, to its load event',
        await openMs(browser, `${url}/print/`),
        2000,
        ' ms',
      ),
    ];
    const text = `${budgetTable(budgets)}

${chapters} chapters; the build runs every snippet, draws every figure, checks every claim, and makes Markdown, print edition and search index. More pages: copies of chapters under new names, ${MANY} pages in all and then ${MANY} chapters, one build each, its whole wall time by the number of its pages; by the number of chapters the last is ${Math.round(large.ms / MANY)} ms. Search: the first five results with their excerpts, median of five terms. Print edition: empty cache, local server.`;
    return { id: 'book', heading: 'The whole guide', text, budgets };
  });
}

/** Builds the site with so many chapters, once. */
async function grow(chapters: number): Promise<{ ms: number; pages: number }> {
  const content = join(scratch, `content-${chapters}`);
  multiply(chapters, content);
  const site = stageTwo(content);
  return { ms: await site.build(), pages: pagesIn(site.out) };
}

const pagesIn = (folder: string): number => globSync('**/*.html', { cwd: folder }).length;
