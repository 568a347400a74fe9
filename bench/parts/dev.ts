import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyProject, startDev, until, type DevServer, type Took } from '../dev/server.ts';
import { atMost, budgetTable } from '../support/budget.ts';
import { scratch } from '../support/paths.ts';
import { progress } from '../support/progress.ts';
import type { Section } from '../support/report.ts';
import { median } from '../support/stats.ts';
import { table } from '../support/table.ts';

const ROUTE = '/guide/one-mail-one-bug/';
const LIMITS: ReadonlyMap<string, number> = new Map([
  ['first page, from the start', 6],
  ['prose edit, seen in the page', 0.7],
  ['broken claim, reported', 1.5],
  ['model edit, seen in the page', 6],
]);

/** From an edit to the page in `npm run dev`, each in a copy of the project. */
export async function benchDev(runs: number): Promise<Section> {
  const project = join(scratch, 'dev');
  copyProject(project);
  const rounds: ReadonlyMap<string, Took>[] = [];
  // The first round fills the caches.
  for (let round = 0; round <= runs; round++) {
    progress(round === 0 ? 'dev: fill the caches' : `dev: ${round} of ${runs}`);
    const took = await edit(project, round);
    if (round > 0) rounds.push(took);
  }
  const of = (name: string, part: keyof Took): number =>
    median(rounds.map((round) => round.get(name)?.[part] ?? Number.NaN));
  const budgets = [...LIMITS].map(([name, limit]) => atMost(name, of(name, 'wall'), limit, ' s'));
  const rows = [...(rounds[0]?.keys() ?? [])].map((name) => [
    name,
    of(name, 'wall').toFixed(2),
    of(name, 'cpu').toFixed(2),
  ]);
  const text = [budgetTable(budgets), table(['median', 'wall s', 'CPU s'], rows), METHOD].join(
    '\n\n',
  );
  return { id: 'dev', heading: 'From an edit to the page', text, budgets };
}

/** One life of a server: its start, a page, and an edit of each kind. */
async function edit(project: string, round: number): Promise<ReadonlyMap<string, Took>> {
  const model = join(project, 'src/model/index.ts');
  const written = readFileSync(model, 'utf8');
  const { server, ready } = await startDev(project);
  try {
    const page = await server.took(() =>
      until(async () => (await server.page(ROUTE)).includes('<h1')),
    );
    const chapter = join(project, `content${ROUTE.slice(0, -1)}.mdx`);
    await server.rest();
    const prose = await change(server, chapter, `\nword${round}prose\n`, `word${round}prose`);
    await server.rest();
    const before = readFileSync(chapter, 'utf8');
    const id = `NO-SOURCE-${round}`;
    const claim = await server.took(async () => {
      appendFileSync(chapter, `\n<Claim src="${id}" status="confirmed">No.</Claim>\n`);
      await until(() => server.log().includes(id));
    });
    writeFileSync(chapter, before);
    await server.rest();
    const edited = await change(server, model, `\n// ${round}\n`, '<h1');
    const first = { wall: ready.wall + page.wall, cpu: ready.cpu + page.cpu };
    return new Map([
      ['ready', ready],
      ['first page, from the start', first],
      ['prose edit, seen in the page', prose],
      ['broken claim, reported', claim],
      ['model edit, seen in the page', edited],
    ]);
  } finally {
    await server.stop();
    // The next start finds the runs of this model.
    writeFileSync(model, written);
  }
}

/** Adds to a file; the page is asked as soon as a browser would be told, until it shows it. */
function change(server: DevServer, file: string, more: string, shown: string): Promise<Took> {
  return server.took(async () => {
    appendFileSync(file, more);
    // The watcher hears of a change a moment later; until then the page is the one before.
    await new Promise((done) => setTimeout(done, 60));
    await until(async () => (await server.page(ROUTE)).includes(shown));
  });
}

const METHOD = `How it is measured. \`npm run dev\` on a copy of the project with what was kept of earlier runs, started anew each time; medians; the first start is not counted. An edit is a line added to \`${ROUTE}\`, a claim whose source does not exist, or a comment in \`src/model/index.ts\`, after which every snippet of the page runs again. Wall time goes from the edit to the page that shows it, or to the report in the terminal; CPU time is that of the server's own process.`;
