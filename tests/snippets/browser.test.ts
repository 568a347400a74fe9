import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { Contexts } from '../support/contexts.ts';
import type { Source } from '../../src/snippets/core/program.ts';
import type { RunResult } from '../../src/snippets/core/types.ts';
import { startRunner } from '../../src/snippets/node/runner.ts';
import type { Runner } from '../../src/snippets/node/runner.ts';
import { fixtures } from './support/fixtures.ts';
import { serveSnippets } from './support/site.ts';
import type { Site } from './support/site.ts';

let site: Site;
let browser: Contexts;
let page: Page;
let runner: Runner;

beforeAll(async () => {
  [site, browser, runner] = await Promise.all([serveSnippets([]), Contexts.open(), startRunner()]);
  page = await browser.newPage();
  await page.goto(site.url);
  await page.addScriptTag({ type: 'module', url: '/run-in-page.js' });
  await page.waitForFunction(() => 'runInPage' in window);
}, 300_000);
afterAll(() => Promise.all([browser?.close(), site?.close(), runner?.close()]));

const runInPage = (fences: readonly Source[], where = page): Promise<RunResult> =>
  where.evaluate(
    (given) =>
      (window as unknown as { runInPage(f: readonly Source[]): Promise<RunResult> }).runInPage(
        given,
      ),
    fences,
  );

describe('the browser gives the written output, and the whole result of Node', () => {
  test.each(fixtures())('$name', async ({ fences, output }) => {
    const result = await runInPage(fences);
    expect(result.text).toBe(output);
    expect(result).toEqual(await runner.run(fences));
  });
});

test('the frame that gives way stays until the next has begun', async () => {
  const context = await browser.newContext();
  const fresh = await context.newPage();
  await fresh.goto(site.url);
  await fresh.addScriptTag({ type: 'module', url: '/run-in-page.js' });
  await fresh.waitForFunction(() => 'runInPage' in window);
  const count = () => fresh.locator('iframe').count();
  await runInPage([{ id: 'usual', code: 'console.log(1);' }], fresh);
  expect(await count()).toBe(1);
  const code = `import { setWayTrap } from 'stage-two'; console.log(typeof setWayTrap);`;
  const whole = runInPage([{ id: 'whole', code }], fresh);
  await fresh.waitForFunction(() => document.querySelectorAll('iframe').length === 2);
  expect((await whole).error).toBeNull();
  await vi.waitFor(async () => expect(await count()).toBe(1), 60_000);
  await context.close();
});

test('what only the whole model has is shown alike', async () => {
  const code = `import { decodeRegister, nearestFlips, setWayTrap } from 'stage-two';
show(decodeRegister('MAIR_EL1', 0xff04n));
show(setWayTrap('v7.3', { fwb: false, tvm: false }));
show(nearestFlips('prepareMemoryRegion', 'v6.17', { vmas: [{}], fwb: false, dic: false }));`;
  const fences = [{ id: 'whole', code }];
  const [here, there] = [await runner.run(fences), await runInPage(fences)];
  expect(here.error).toBeNull();
  expect(here.events).toHaveLength(3);
  expect(there).toEqual(here);
});

test('what the model returns is shown alike', async () => {
  const code = `import { handleFault, combineStages, KERNELS, renderText } from 'stage-two';
const vma = { vmPfnmap: true, attrIndx: 'MT_NORMAL' } as const;
for (const kernel of KERNELS) {
  const decision = handleFault(kernel, { vma, fwb: false, dic: false, access: 'exec' });
  show(decision);
  console.log(decision);
  console.log(renderText(decision));
}
show(combineStages({ s1: { attr: 0xff }, s2: { memAttr: 5 }, fwb: false }), 5, 'text');`;
  const fences = [{ id: 'model', code }];
  const [here, there] = [await runner.run(fences), await runInPage(fences)];
  expect(here.error).toBeNull();
  const shown = here.events.filter((event) => event.kind === 'show');
  expect(shown.map(({ tree }) => tree.kind)).toEqual([
    'decision',
    'decision',
    'decision',
    'attributes',
    'value',
    'value',
  ]);
  expect(here.events[0]?.text).toBe(here.events[2]?.text);
  expect(there).toEqual(here);
});
