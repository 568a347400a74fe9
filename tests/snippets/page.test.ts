import { gzipSync } from 'node:zlib';
import { axeFindings } from '../support/axe.ts';
import { describe, expect, test, vi } from 'vitest';
import { handOn } from './support/hand.ts';
import { openPage } from './support/open-page.ts';
import { fence } from './support/site.ts';

const FENCES = [
  fence('hello', "// hide\nconst who: string = 'reader';\n// show\nconsole.log('hello', who);"),
  fence('refused', "throw Object.assign(new Error('no'), { code: 'EINVAL' });", {
    throws: 'EINVAL',
  }),
  fence('first', 'let n = 1;', { group: 'g' }),
  fence('second', 'console.log((n += 1));', { group: 'g' }),
  fence('usual', "import { KERNELS } from 'stage-two';\nconsole.log(KERNELS.length);"),
  fence(
    'more',
    "import { REGISTER_NAMES } from 'stage-two';\nconsole.log(REGISTER_NAMES.length > 5);",
  ),
  fence('table', "console.table([{ a: 1, b: 'x' }]);\nconsole.warn('careful');"),
];

const opened = openPage(FENCES);
const { output, note, press, noted, run, type } = handOn(() => opened().page);

describe('without script', () => {
  test('code, set-up and output are there, and nothing that does nothing', async () => {
    const { site, browser } = opened();
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const still = await plain.newPage();
    await still.goto(site.url);
    expect(await still.locator('#hello .snip-out').innerText()).toBe('hello reader');
    expect(await still.locator('#refused .snip-out').innerText()).toMatch(
      /^Fails with EINVAL, as it should/,
    );
    expect(await still.locator('#table tbody').locator('th, td').allInnerTexts()).toEqual([
      '1',
      'x',
    ]);
    const setup = still.locator('#hello .snip-setup');
    expect(await setup.getByText('reader').isVisible()).toBe(false);
    await setup.locator('summary').click();
    expect(await setup.getByText('reader').isVisible()).toBe(true);
    expect(await setup.innerText()).toMatch(/^Set-up, 1 line\n/);
    expect(await setup.innerText()).not.toMatch(/hide|show/);
    expect(await still.locator('.snip-tools button:visible').count()).toBe(0);
    await plain.close();
  });
});

describe('a button', () => {
  test('is called by what it does and by its snippet, so that no two are called alike', async () => {
    const { page } = opened();
    const names = await page
      .locator('.snip-tools button')
      .evaluateAll((all) => all.map((one) => one.ariaLabel));
    expect(names.slice(0, 4)).toEqual(['Run hello', 'Edit hello', 'Reset hello', 'Copy hello']);
    expect(new Set(names).size).toBe(FENCES.length * 4);
  });

  test('says that Run runs the version of the reader, until Reset', async () => {
    const { page } = opened();
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    await type('hello', "console.log('mine');");
    expect(await button('Run your version of hello').innerText()).toBe('Run your version');
    await run('hello');
    expect(await button('Run your version of hello').count()).toBe(1);
    await press('hello', 'reset');
    expect(await button('Run hello').innerText()).toBe('Run');
    await press('hello', 'edit');
    await page.keyboard.press('Control+z');
    expect(await button('Run your version of hello').count()).toBe(1);
  });
});

describe('Run', () => {
  test('gives what the build gave', async () => {
    for (const { id } of FENCES) {
      const built = await output(id);
      expect(await run(id)).toBe(built);
    }
  });

  test('is announced: output and note are live regions', async () => {
    const { page } = opened();
    for (const part of ['out', 'note']) {
      expect(await page.locator(`#hello .snip-${part}`).getAttribute('role')).toBe('status');
    }
  });

  test('starts the sandbox when the pointer or the focus comes near, not before', async () => {
    const { page } = opened();
    expect(await page.locator('iframe').count()).toBe(0);
    await page.hover('#hello .snip-code');
    await page.waitForSelector('iframe', { state: 'attached' });
    await page.reload();
    expect(await page.locator('iframe').count()).toBe(0);
    await page.locator('#hello .snip-id').focus();
    await page.waitForSelector('iframe', { state: 'attached' });
  });

  test('starts the sandbox when a finger touches the page and a snippet is in view', async () => {
    const { site, browser } = opened();
    const touched = await browser.newContext({ hasTouch: true });
    const own = await touched.newPage();
    await own.goto(site.url);
    expect(await own.locator('iframe').count()).toBe(0);
    await own.touchscreen.tap(1, 1);
    await own.locator('iframe').waitFor({ state: 'attached' });
    await touched.close();
  });

  test('becomes Stop, and the page goes on', async () => {
    const { page } = opened();
    await type('hello', "console.log('before');\nfor (;;) {}");
    await press('hello', 'run');
    await page.waitForSelector('#hello [data-do=stop]');
    expect(await page.locator('#hello [data-do=stop]').innerText()).toBe('Stop');
    expect(await note('hello')).toBe('Running');
    expect(await page.evaluate(() => 1 + 1)).toBe(2);
    await press('hello', 'stop');
    await noted('hello', /^Stopped after/);
    expect(await output('hello')).toBe('before\nStopped: you pressed Stop');
    expect(await page.locator('#hello [data-do=run]').innerText()).toBe('Run your version');
  });

  test('of a group uses what was changed in the fences before', async () => {
    await type('first', 'let n = 41;');
    expect(await run('second')).toBe('42');
  });

  test('loads the whole model only for a snippet that names what the usual part has not', async () => {
    const { site, page } = opened();
    const frames = (): string[] => site.asked.filter((path) => path.startsWith('/sandbox'));
    site.asked.length = 0;
    expect(await run('usual')).toBe(await output('usual'));
    expect(frames()).toEqual(['/sandbox.html']);
    expect(await run('more')).toBe('true');
    expect(frames()).toEqual(['/sandbox.html', '/sandbox-whole.html']);
    await run('usual');
    expect(frames()).toEqual(['/sandbox.html', '/sandbox-whole.html']);
    // The frame that gave way stays a moment longer.
    await vi.waitFor(async () => expect(await page.locator('iframe').count()).toBe(1), 5_000);
  });

  test('of edited code gets what it newly names, and the advice on what nobody has', async () => {
    await type(
      'usual',
      "import { REGISTER_NAMES } from 'stage-two';\nconsole.log(REGISTER_NAMES[0]);",
    );
    expect(await run('usual')).toMatch(/^[A-Z0-9_]+$/);
    await type('hello', "import { handleFalut } from 'stage-two';\nhandleFalut();");
    expect(await run('hello')).toMatch(/has no export handleFalut. Is it handleFault\?/);
  });

  test('is not cut short by a pointer near a snippet that needs more', async () => {
    const { page } = opened();
    await type(
      'hello',
      "await new Promise((on) => setTimeout(on, 600));\nconsole.log('whole run');",
    );
    await press('hello', 'run');
    await page.hover('#more .snip-code');
    await noted('hello', /^(Ran|Stopped)/);
    expect(await output('hello')).toBe('whole run');
    expect(await run('more')).toBe('true');
  });

  test('says so where the sandbox cannot be loaded', async () => {
    const { context } = opened();
    await context.route('**/sandbox.html', (route) => route.abort());
    expect(await run('hello')).toMatch(/^Stopped: the sandbox page cannot be loaded/);
    await context.unroute('**/sandbox.html');
    expect(await run('hello')).toBe('hello reader');
  });

  test('says so where the script cannot be loaded', async () => {
    const { context } = opened();
    await context.route(/(session|chunk)-?\w*\.js$/, (route) => route.abort());
    await press('hello', 'run');
    await noted('hello', /^Part of this page is missing/);
    expect(await output('hello')).toBe('hello reader');
  });
});

test.each(['light', 'dark'] as const)('axe finds nothing, editor open, %s', async (colorScheme) => {
  const { page } = opened();
  await page.emulateMedia({ colorScheme });
  await type('hello', `console.log('${'x'.repeat(300)}');\nnull.x;`);
  await run('hello');
  for (const id of ['refused', 'table']) await run(id);
  expect(await axeFindings(page)).toEqual([]);
});

test('what every page loads is at most 2 KB, compressed', async () => {
  const { site, page } = opened();
  const scripts = site.asked.filter((path) => path.endsWith('.js'));
  site.asked.length = 0;
  await page.reload();
  const loaded = site.asked.filter((path) => path.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(0);
  const sizes = await Promise.all(
    loaded.map(
      async (path) => gzipSync(await (await fetch(new URL(path, site.url))).text()).length,
    ),
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(2048);
});
