import type { Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { LINK, writeLink } from '../../src/snippets/core/link.ts';
import { Host } from '../offline/host.ts';
import { BUILD_MS, builtSite } from '../site/build.ts';
import { serve } from '../site/serve.ts';
import { CONTROL, ENTER, type Engine } from './engine.ts';
import { findEngines } from './find-engines.ts';
import { startEngine } from './start.ts';

/* What a reader does, in the engines beside Chromium. What only Chromium's tools can ask is asked there. */
vi.setConfig({ testTimeout: 300_000, hookTimeout: BUILD_MS });

const CHAPTER = 'guide/fwb-and-dic/';

let url = '';
let server: Server;
beforeAll(async () => {
  ({ url, server } = await serve(await builtSite()));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe.each(findEngines())('$name', (found) => {
  const why = 'missing' in found ? found.missing : null;
  let engine: Engine;
  beforeAll(async () => {
    if ('programs' in found) engine = await startEngine(found);
  });
  afterAll(() => engine?.close());
  beforeEach(({ task }) => void (task.meta.engine = engine.version));
  const go = (path: string): Promise<void> => engine.goto(`${url}/${path}`);

  /** Opens a version of a chapter's first snippet by a link, and runs it; what it prints, and its note. */
  async function runs(code: string): Promise<string> {
    await go('404.html');
    await go(CHAPTER);
    const id = await engine.run(() => document.querySelector('stage-snippet')?.id ?? '');
    const link = await writeLink({ id, code });
    if (typeof link !== 'string') throw new Error(link.why);
    expect(link.startsWith(LINK)).toBe(true);
    await engine.run((hash) => void (location.hash = hash), link);
    await expect
      .poll(() => engine.run(() => document.querySelectorAll('.snip-editor').length))
      .toBe(1);
    await engine.click('stage-snippet [data-do=run]');
    await engine.says('stage-snippet .snip-note', /^(Ran|Stopped|Not run)/);
    return (await engine.text('stage-snippet .snip-out')) ?? '';
  }

  test.skipIf(why !== null)(
    `a chapter is read, and its snippet runs${why ? ` (${why})` : ''}`,
    async () => {
      await go(CHAPTER);
      expect(await engine.text('h1')).toContain('FWB');
      await engine.click('stage-snippet [data-do=run]');
      await engine.says('stage-snippet .snip-note', /^Ran for \d+ ms/);
    },
  );

  test.skipIf(why !== null)('a search finds a page and opens it', async () => {
    await go('');
    const inSearch = () => document.activeElement?.matches('.search input') ?? false;
    // A key that comes before the page's script is heard by nobody.
    await vi.waitUntil(
      async () => {
        if (await engine.run(() => document.querySelector('.search') === null))
          await engine.type('/');
        return engine.run(inSearch);
      },
      { timeout: 60_000, interval: 500 },
    );
    await engine.type('EFAULT');
    // Results of the first letters stand there until those of the word come.
    await engine.says('.search .pagefind-ui__message', /EFAULT/);
    await engine.click('.search .pagefind-ui__result-link');
    await expect
      .poll(() => engine.run(() => location.pathname))
      .toMatch(/^\/(guide|reference|workbench)/);
  });

  test.skipIf(why !== null)('a version that is typed runs by the keyboard', async () => {
    await go(CHAPTER);
    await engine.click('stage-snippet [data-do=edit]');
    const inEditor = () =>
      document.activeElement?.shadowRoot?.activeElement?.matches('.cm-content') ?? false;
    await expect.poll(() => engine.run(inEditor)).toBe(true);
    await engine.chord(CONTROL, 'a');
    await engine.type("console.log('typed');");
    await engine.chord(CONTROL, ENTER);
    await engine.says('stage-snippet .snip-out', /^typed$/);
  });

  test.skipIf(why !== null)('an error names its line', async () => {
    expect(await runs('const one = 1;\nnull.x;')).toMatch(/^TypeError: .+ \(line 2, column \d+\)$/);
    expect(await runs('const a = ;')).toMatch(/^SyntaxError: .+ \(line 1, column 11\)$/);
  });

  test.skipIf(why !== null)('a loop is stopped', async () => {
    expect(await runs('for (;;) {}')).toMatch(/^Stopped: the code did not end within 2 s$/);
  });

  test.skipIf(why !== null)('a figure moves on', async () => {
    await go('');
    const before = await engine.text('stage-drawing');
    await engine.click('stage-drawing [data-step=next]');
    await expect.poll(() => engine.text('stage-drawing')).not.toBe(before);
  });

  test.skipIf(why !== null)('the workbench answers what is pasted', async () => {
    await go('workbench/');
    await engine.click('#triage-text');
    await engine.type('ioctl(KVM_RUN) failed: Bad address');
    expect(await engine.says('#triage', /EFAULT/)).toContain('KVM_RUN');
  });

  test.skipIf(why !== null)('kept, the book is read and run without its host', async () => {
    const host = await Host.open(await builtSite());
    await engine.goto(host.at('offline/'));
    await engine.click('[data-says=nothing] [data-do=keep]');
    await engine.says('[data-says=kept]:not([hidden])', /^The book is kept here/);
    await host.leave();
    await engine.goto(host.at(CHAPTER));
    await engine.click('stage-snippet [data-do=run]');
    await engine.says('stage-snippet .snip-note', /^Ran for \d+ ms/);
    await engine.goto(host.at('print/'));
    expect(await engine.text('h1')).toBe('This page is not kept here');
    await engine.goto(host.at('offline/'));
    await engine.click('[data-says=kept]:not([hidden]) [data-do=forget]');
    await engine.says('[data-says=nothing]:not([hidden])', /^One button keeps/);
  });
});
