import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readBook } from '../book.ts';
import { installPeers } from '../peers/install.ts';
import { starlight } from '../peers/starlight.ts';
import { readChapters } from '../peers/text.ts';
import { buildAll } from '../site/build-all.ts';
import { multiply } from '../site/multiply.ts';
import { peerSite, stageTwo } from '../site/sites.ts';
import { root, scratch } from '../support/paths.ts';
import type { Section } from '../support/report.ts';
import { ratio, seconds, table } from '../support/table.ts';

/** All chapters once, because they link each other; then copies of them. */
const COUNTS = [readdirSync(join(root, 'content/guide')).length, 300] as const;

/** How the build grows with the book, against Starlight: the chapters, copied under new names. */
export async function benchPages(runs: number): Promise<Section> {
  await installPeers();
  const book = readBook();
  const rows: string[][] = [];
  const times: number[][] = [];
  for (const count of COUNTS) {
    const content = join(scratch, `content-${count}`);
    multiply(count, content);
    const chapters = readChapters(join(content, 'guide'));
    const sites = [stageTwo(content), peerSite(starlight, { ...book, chapters }, `sites-${count}`)];
    const [own = Number.NaN, other = Number.NaN] = await buildAll(sites, runs);
    times.push([own, other]);
    rows.push([`${count} pages`, `${seconds(own)} s`, `${seconds(other)} s`, ratio(other, own)]);
  }
  rows.push(['each further page', ...marginal(times)]);
  const text = `${table(['build', 'Stage Two', 'Starlight', 'Starlight / Stage Two'], rows)}

Wall time, median of ${runs}, no cache of the builder. Stage Two runs every snippet and draws every figure of every copy; Starlight renders the same words.`;
  return { id: 'pages', heading: 'Build time of a longer book', text, budgets: [] };
}

function marginal([few = [], many = []]: readonly (readonly number[])[]): string[] {
  const [own = Number.NaN, other = Number.NaN] = few.map(
    (ms, i) => ((many[i] ?? Number.NaN) - ms) / (COUNTS[1] - COUNTS[0]),
  );
  return [`${own.toFixed(0)} ms`, `${other.toFixed(0)} ms`, ratio(other, own)];
}
