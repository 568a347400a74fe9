import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'dev-'));
const content = join(folder, 'content');
/** Builds beside this test write other pages into the `.astro/` of the project. */
const site = join(folder, 'site');
const PARTS = [
  'src',
  'public',
  'astro.config.mjs',
  'CHANGELOG.md',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
const file = join(content, 'guide/page.mdx');
let server: ChildProcess;
let log = '';
let address = '';
/** A server that starts beside others takes its time. */
const PATIENCE = { timeout: 120_000, interval: 50 };

beforeAll(async () => {
  cpSync(join(ROOT, 'tests/book/fixtures/outputs/after'), content, { recursive: true });
  for (const part of PARTS) cpSync(join(ROOT, part), join(site, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(site, 'node_modules'), 'junction');
  // Where it sees the test runner, Astro serves no pages.
  const { VITEST: _, NODE_ENV: __, STAGE_TWO_URL: ___, ...env } = process.env;
  server = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'dev', '--port', '0'], {
    cwd: site,
    env: { ...env, STAGE_TWO_CONTENT: content, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [server.stdout, server.stderr])
    stream?.on('data', (part: Buffer) => (log += stripVTControlCharacters(part.toString())));
  await vi.waitUntil(() => log.includes('watching for file changes'), PATIENCE);
  address = /Local\s+(\S+)/.exec(log)?.[1] ?? '';
}, PATIENCE.timeout);

afterAll(async () => {
  if (server.kill()) await once(server, 'exit');
  rmSync(folder, { recursive: true, force: true });
});

/** What the notice in the page would show: the report as the dev server hands it to the browser. */
async function reportOfServer(): Promise<string> {
  return (await fetch(`${address}@id/__x00__virtual:book/report`)).text();
}

function replace(from: string, to: string): void {
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
}

test(
  'dev serves on, logs the report and shows it until the page is mended',
  { timeout: 3 * PATIENCE.timeout },
  async () => {
    expect(await reportOfServer()).toContain('export default null');

    replace("console.log('right')", "console.log('wrong')");
    const report = [
      'content/guide/page.mdx:40  output-differs  "right"',
      '  A fence prints something else than its output fence says.',
      '  received  line 1: "wrong"',
      '  expected  line 1: "right"',
      '  remedy    Run `npm run outputs` and review what it changes.',
      '',
      '1 problem in 1 file.',
      '',
    ].join('\n');
    await expect.poll(() => log, PATIENCE).toContain(`[WARN] [book] \n${report}`);
    expect(await reportOfServer()).toContain(JSON.stringify(report));

    replace("console.log('wrong')", "console.log('right')");
    await expect.poll(reportOfServer, PATIENCE).toContain('export default null');
  },
);

test(
  'a page follows its text, its title and a list, though nothing else is read again',
  { timeout: 4 * PATIENCE.timeout },
  async () => {
    const shown = async (route: string): Promise<string> =>
      (await fetch(`${address}${route}`)).text();
    const page = (): Promise<string> => shown('guide/page/');
    const first = await page();
    expect(first).toContain('>A page</h1>');
    expect(first).toContain('Report an error');
    expect(first).not.toContain('Edit this page');
    expect(await shown('glossary/')).not.toContain('Word of a test.');

    replace('title: A page', 'title: Another page');
    await expect.poll(page, PATIENCE).toContain('>Another page</h1>');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\nA sentence that was added.\n`);
    await expect.poll(page, PATIENCE).toContain('A sentence that was added.');

    const entry = {
      term: 'zebra',
      definition: 'Word of a test.',
      seeAlso: [],
      status: 'general-knowledge',
    };
    writeFileSync(join(content, 'data/glossary.json'), JSON.stringify([entry]));
    await expect.poll(() => shown('glossary/'), PATIENCE).toContain('Word of a test.');
  },
);

test('a copy that names no address names no host, nor a map that would', async () => {
  const texts = ['guide/page/', 'guide/page.md', 'llms.txt', 'robots.txt', 'rss.xml'].map(
    async (path) => {
      const answer = await fetch(address + path);
      expect([path, answer.status]).toEqual([path, 200]);
      return answer.text();
    },
  );
  const [page = '', markdown, llms, robots, feed] = await Promise.all(texts);
  for (const text of [page, markdown, llms, robots, feed])
    expect(text).not.toMatch(/stage-two\.example|no-address\.invalid|\bnull\b\/|undefined/);
  expect(page).not.toMatch(/rel="canonical"|property="og:url"|rel="sitemap"/);
  expect(page).toContain('<meta property="og:image" content="/previews/guide-page.png">');
  expect(markdown).toContain('\nSource: /guide/page/\n');
  expect(llms).toContain('](/guide/page.md)');
  expect(robots).toBe('User-agent: *\nAllow: /\n');
  expect(feed).toMatch(/<link>\/<\/link>.*<link>\/guide\/page\/#[-\d]+<\/link>/s);
});
