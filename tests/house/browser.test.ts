import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { chromium } from 'playwright-core';
import { FEATURES_OFF } from '../../scripts/browser-features.ts';
import { findBrowser, type Found } from '../../scripts/find-browser.ts';
import { browserFiles } from '../support/browser-files.ts';
import { root } from './support/imports.ts';

const folder = mkdtempSync(join(tmpdir(), 'browsers é '));
afterAll(() => rmSync(folder, { recursive: true }));

/** A folder of the path with programs of these names. */
function bin(name: string, ...programs: string[]): string {
  const path = join(folder, name);
  mkdirSync(path);
  for (const program of programs) {
    writeFileSync(join(path, program), '');
    chmodSync(join(path, program), 0o755);
  }
  return path;
}

const all = bin('all', 'msedge', 'chrome', 'google-chrome', 'chromium');
const none = bin('none');
const path = (...folders: string[]) => ({ PATH: folders.join(delimiter) });
const find = (env: NodeJS.ProcessEnv, own = join(none, 'chrome')): Promise<Found> =>
  findBrowser(env, () => Promise.resolve(own), 'linux');

describe('the browser is', () => {
  it('the one that CHROMIUM names', async () => {
    const named = { CHROMIUM: join(all, 'msedge'), ...path(all) };
    expect(await find(named)).toEqual({ path: join(all, 'msedge') });
  });

  it('Chromium without windows, then Chromium, Chrome, Edge, wherever on the path they are', async () => {
    const [edge, chrome] = [bin('edge', 'microsoft-edge'), bin('chrome', 'chrome')];
    const google = bin('google', 'google-chrome');
    expect(await find(path(none, edge))).toEqual({ path: join(edge, 'microsoft-edge') });
    expect(await find(path(edge, chrome))).toEqual({ path: join(chrome, 'chrome') });
    expect(await find(path(chrome, google))).toEqual({ path: join(google, 'google-chrome') });
    expect(await find(path(google, all))).toEqual({ path: join(all, 'chromium') });
    const shell = bin('shell', 'chromium-headless-shell');
    expect(await find(path(all, shell))).toEqual({ path: join(shell, 'chromium-headless-shell') });
  });

  it("Playwright's own where the machine has none", async () => {
    expect(await find(path(none), join(all, 'chrome'))).toEqual({ path: join(all, 'chrome') });
  });

  it('missing, in one line that says how to get one', async () => {
    const asked = await find(path(none));
    expect(asked).toEqual({
      missing: expect.stringMatching(/^no browser was found: install .* CHROMIUM .*$/),
    });
    const wrong = await find({ CHROMIUM: none, ...path(all) });
    expect(wrong).toEqual({
      missing: expect.stringMatching(/^CHROMIUM names .*, which is no program: install .*$/),
    });
  });
});

describe('a machine without a browser', () => {
  const run = (env: NodeJS.ProcessEnv) =>
    spawnSync(
      process.execPath,
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        // As in `npm test`: the default writes into node_modules, which may be read-only.
        '--configLoader',
        'native',
        'tests/site/theme.test.ts',
        'tests/model/mair.test.ts',
      ],
      { cwd: root, encoding: 'utf8', env: { ...process.env, CHROMIUM: '/no/browser', ...env } },
    );

  it('skips the files in a browser, says so once, and passes', { timeout: 120_000 }, () => {
    const { status, stdout, stderr } = run({ CI: '' });
    expect(stdout.trimEnd().split('\n').slice(-2)).toEqual([
      expect.stringMatching(/^CHROMIUM names \/no\/browser, which is no program: install /),
      expect.stringMatching(/^[1-9]\d* passed, 0 failed, [1-9]\d* skipped \(1 browser file\)$/),
    ]);
    expect((stdout + stderr).split('/no/browser')).toHaveLength(2);
    expect(status).toBe(0);
  });

  it('fails at once where CI is set', { timeout: 120_000 }, () => {
    const { status, stdout, stderr } = run({ CI: '1' });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^CHROMIUM names \/no\/browser, .*\n$/);
  });
});

describe('the browser of the tests', () => {
  it('does without all that Playwright does without', async () => {
    // What is started here refuses every option, and the error has them all.
    const launched = chromium.launch({ executablePath: process.execPath });
    const error: Error = await launched.then(
      () => expect.unreachable(),
      (thrown) => thrown,
    );
    const [own = ''] = /(?<=--disable-features=)\S+/.exec(error.message) ?? [];
    expect(own.split(',').length).toBeGreaterThan(5);
    expect(own.split(',').filter((name) => !FEATURES_OFF.includes(name))).toEqual([]);
  });
});

describe('files in a browser', () => {
  const files = browserFiles(root);

  it('are those that open one, however far', () => {
    expect(files).toContain('tests/site/theme.test.ts');
    expect(files).toContain('tests/snippets/page.test.ts');
    expect(files).toContain('tests/figures/dom.test.ts');
  });

  it('are not those that read what is built or drawn', () => {
    expect(files).not.toContain('tests/site/editions.test.ts');
    expect(files).not.toContain('tests/figures/static.test.ts');
    expect(files).not.toContain('tests/house/browser.test.ts');
  });
});
