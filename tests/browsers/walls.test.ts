import type { Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { sandboxPage } from '../../src/snippets/sandbox/page.ts';
import { writeLink } from '../../src/snippets/core/link.ts';
import { FORGERIES, SEEN, SET_UP } from '../attacks/forgeries.ts';
import { at, framing, FRAMINGS, SENTENCE, serverOf } from '../attacks/framings.ts';
import { OPENED, packed, REFUSED } from '../attacks/hostile-links.ts';
import { UNLOCKED } from '../attacks/unlocked.ts';
import { fence, serveSnippets, type Site } from '../snippets/support/site.ts';
import type { Engine } from './engine.ts';
import { findEngines } from './find-engines.ts';
import { startEngine } from './start.ts';

/*
 * The walls of tests/attacks beside the programs: links, the sandbox's policy, strangers who frame it, and
 * the mark of evidence, in the engines beside Chromium.
 */
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });
/** WebKit gives an opaque origin a cache of its own; the site's origin sees nothing of it. */
const OWN: Readonly<Record<string, RegExp>> = { 'WebKit: the cache': /^went through$/ };
const PATIENCE = { timeout: 60_000 } as const;

describe.each(findEngines())('$name', (found) => {
  const why = 'missing' in found ? found.missing : null;
  let engine: Engine;
  let site: Site;
  let host: Server;
  let stranger: Server;
  let attributes = '';
  beforeAll(async () => {
    if (!('programs' in found)) return;
    const sandbox = await sandboxPage('usual');
    const fences = [fence('fine', "console.log('fine');"), fence('seen', `${SET_UP}show(real);`)];
    [site, engine, host, stranger] = await Promise.all([
      serveSnippets(fences, 0, SEEN),
      startEngine(found),
      serverOf(() => sandbox),
      serverOf(() => framing(attributes, at(host))),
    ]);
  });
  afterAll(async () => {
    await Promise.all([engine?.close(), site?.close()]);
    for (const server of [host, stranger]) {
      server?.closeAllConnections();
      server?.close();
    }
  });
  beforeEach(({ task }) => void (task.meta.engine = engine.version));

  /** Opens the page with a fragment, as from a mail. */
  async function open(fragment = ''): Promise<void> {
    await engine.goto('about:blank');
    site.asked.length = 0;
    await engine.goto(site.url + fragment);
  }

  const notes = (): Promise<string> =>
    engine.run(() =>
      [...document.querySelectorAll('.snip-note')].map((one) => one.textContent).join(''),
    );

  /** Opens a link, and gives what the reader is told. */
  async function told(fragment: string): Promise<string> {
    await open(fragment);
    await expect.poll(notes, PATIENCE).not.toBe('');
    return notes();
  }

  test.skipIf(why !== null).each(REFUSED)('a link %s is refused', async (_, fragment, reason) => {
    expect(await told(fragment)).toMatch(reason);
    const left = await engine.run(() => [
      document.querySelectorAll('.snip-editor, main img, #fine b, .snip-note b').length,
      document.querySelector('#fine .snip-out')?.textContent?.trim(),
    ]);
    expect(left).toEqual([0, 'fine']);
  });

  test.skipIf(why !== null).each(OPENED)('a link of %s shows a text', async (_, code) => {
    expect(await told(`#snippet=1.fine.${packed(code)}`)).toBe(
      'This is a version from a link. It has not run.',
    );
    const left = await engine.run(() => [
      document.title,
      document.querySelector('#fine .snip-out')?.textContent?.trim(),
      document.querySelectorAll('main img:not(.cm-widgetBuffer), main script, iframe').length,
    ]);
    expect(left).toEqual(['Snippets', 'fine', 0]);
    expect(site.asked.filter((path) => /sandbox|stolen/.test(path))).toEqual([]);
  });

  test.skipIf(why !== null).each(FRAMINGS)('the sandbox %s runs nothing', async (_, given) => {
    attributes = given ?? '';
    await engine.goto(given === null ? `${at(host)}/sandbox.html` : at(stranger));
    const says = () =>
      given === null
        ? engine.text('p')
        : engine.runInFrame(() => document.querySelector('p')?.textContent?.trim() ?? null);
    await expect.poll(says, PATIENCE).toBe(SENTENCE);
    expect(
      await engine.run(() => (globalThis as unknown as { heard?: string[] }).heard ?? []),
    ).toEqual([]);
  });

  describe('a worker under the policy alone', () => {
    beforeAll(async () => {
      if (why !== null) return;
      await open();
      await engine.click('#fine [data-do=run]');
      await engine.says('#fine .snip-note', /^Ran/);
    });
    const inWorker = (text: string): Promise<string> =>
      engine.runInFrame(
        (body) =>
          new Promise<string>((resolve) => {
            const all = `(async () => { ${body} })().then(() => 'went through', (e) => e.name).then(postMessage)`;
            const worker = new Worker(URL.createObjectURL(new Blob([all])));
            worker.addEventListener('message', ({ data }) => resolve(data as string));
            worker.addEventListener('error', () => resolve('failed to start'));
            setTimeout(() => resolve('no answer'), 20_000);
          }),
        text,
      );

    test.skipIf(why !== null)('runs, and is of no origin', async () => {
      expect(await inWorker('1;')).toBe('went through');
      expect(await engine.runInFrame(() => self.origin)).toBe('null');
    });

    // Which error it is, each engine decides; that it is one, and that nothing was asked for, is the wall.
    test.skipIf(why !== null).each(UNLOCKED)('%s ends there', async (name, code) => {
      site.asked.length = 0;
      const said = await inWorker(code.replace('URL', `${site.url}element.js`));
      expect(said).toMatch(OWN[`${found.name}: ${name}`] ?? /^(\w*Error|NS_ERROR_\w+)$/);
      expect(site.asked).toEqual([]);
      expect(await engine.run(() => caches.keys())).toEqual([]);
    });
  });

  describe('no mark stands behind what no kernel said', () => {
    /** What is drawn of each verdict that has a mark, once the run has ended. */
    const marked = (): Promise<string[]> =>
      engine.run(() =>
        [...document.querySelectorAll('#seen .snip-out .ev-show')]
          .filter((one) => one.querySelector('.seen'))
          .map(({ outerHTML }) => outerHTML),
      );
    let honest: string[] = [];
    beforeAll(async () => {
      if (why !== null) return;
      await open();
      await vi.waitUntil(async () => (honest = await marked()).length > 0, PATIENCE);
    });

    test.skipIf(why !== null).each(FORGERIES)('$name', async ({ code, orReal = false }) => {
      const link = await writeLink({ id: 'seen', code: SET_UP + code });
      if (typeof link !== 'string') throw new Error(link.why);
      await open(link);
      await vi.waitUntil(
        () => engine.run(() => document.querySelector('#seen .snip-editor') !== null),
        PATIENCE,
      );
      await engine.click('#seen [data-do=run]');
      await engine.says('#seen .snip-note', /^(Ran|Stopped|Not run)/);
      await vi.waitUntil(
        () => engine.run(() => document.querySelector('#seen .snip-out')?.textContent !== ''),
        PATIENCE,
      );
      const forged = (await marked()).filter((one) => !orReal || !honest.includes(one));
      expect(forged).toEqual([]);
    });
  });
});
