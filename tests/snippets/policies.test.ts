import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Contexts } from '../support/contexts.ts';
import { MAX_ASKS } from '../../src/snippets/core/limits.ts';
import type { RunResult } from '../../src/snippets/core/types.ts';
import { startRunner } from '../../src/snippets/node/runner.ts';
import type { Runner } from '../../src/snippets/node/runner.ts';
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

const HOSTS: readonly ['Node' | 'Chromium', (code: string) => Promise<RunResult>][] = [
  ['Node', (code) => runner.run([{ id: 'policy', code }])],
  [
    'Chromium',
    (code) =>
      page.evaluate(
        (given) =>
          (
            window as unknown as {
              runInPage(f: { id: string; code: string }[]): Promise<RunResult>;
            }
          ).runInPage([{ id: 'policy', code: given }]),
        code,
      ),
  ],
];

/** A snippet that shows what the search makes of a policy; `fault` is the body of its onFault. */
const policy = (
  fault: string,
  ask = 'show(explore({ policy, host, property: "noLeak" }));',
): string =>
  `import { explore, survivesMigration, verdicts } from 'stage-two';
const policy: any = { name: 'mine', onMemslot: () => 'accepted', onFault: (input: any) => { ${fault} } };
const host = { fwb: false, dic: false };
${ask}`;

const INPUT =
  'onFault({"vma":{"vmPfnmap":true,"attrIndx":"MT_NORMAL"},"pfnIsMapMemory":false,"fwb":false,"dic":false,"access":"write"})';
const AT_WRITE = "if (input.access === 'write')";

describe.each(HOSTS)("a reader's policy in %s", (_name, run) => {
  test('gives verdict, counts and trace, each step with its reason', async () => {
    const { text, error, events } = await run(policy("return 'device';"));
    expect(error).toBeNull();
    expect(events[0]?.kind === 'show' && events[0].tree.kind).toBe('trace');
    expect(text).toMatch(/^leaks in 6 steps \(secrecy\)\n/);
    expect(text).toMatch(/\d+ states, \d+ moves, all of them/);
    expect(text).toMatch(/^6\. B reads$/m);
    expect(text).toContain("memory: A's secret; cache: zeros (dirty); B: Device-nGnRE");
  });

  test('that throws is named with the input', async () => {
    const { text, error } = await run(
      policy(`${AT_WRITE} throw new Error('boo'); return 'device';`),
    );
    expect(error).toBeNull();
    expect(text).toContain(`${INPUT} threw Error: boo`);
  });

  test('that returns nonsense is named with the input', async () => {
    const { text } = await run(policy(`return input.access === 'write' ? 'cached' : 'device';`));
    expect(text).toContain(`${INPUT} gave "cached"`);
    expect(text).toContain("'normal', 'device', 'normal-nc'");
  });

  test('that never ends is named with the input', async () => {
    const { error } = await run(policy(`${AT_WRITE} for (;;) {} return 'device';`));
    expect(error?.name).toBe('Stopped');
    expect(error?.message).toBe(
      `the code did not end within 2 s: ${INPUT} of the policy "mine" has not answered`,
    );
  });

  test('that never ends is named at a migration and in the table of verdicts', async () => {
    const asks = [
      'survivesMigration({ source: { fwb: true, dic: true }, destination: { ...host, policy } });',
      'verdicts([policy]);',
    ];
    for (const ask of asks) {
      const { error } = await run(policy(`${AT_WRITE} for (;;) {} return 'device';`, ask));
      expect(error?.message, ask).toContain(`${INPUT} of the policy "mine"`);
    }
  });

  test('that has answered is not blamed for what comes later', async () => {
    const { error } = await run(policy("return 'device';", 'verdicts([policy]); for (;;) {}'));
    expect(error?.message).toBe('the code did not end within 2 s');
  });

  test('may be asked more often than is told', async () => {
    const ask = `for (let i = 0; i < ${MAX_ASKS}; i++) survivesMigration({ source: { ...host, policy }, destination: { ...host, policy } }); console.log('done');`;
    expect((await run(policy("return 'device';", ask))).text).toBe('done');
  });

  test('is judged on every host, page and guest', async () => {
    const ask =
      'const all = verdicts([policy]); console.log(all.rows.length, all.errors.length); show(all.rows[0]);';
    const { text } = await run(policy("return input.dic ? 'normal' : 'device';", ask));
    expect(text).toMatch(/^48 0\nleaks \(secrecy\) \(mine, FWB 0, DIC 0, cacheable, guest wb\)/);
  });
});

test("a reader's trace plays in pictures after Run", async () => {
  const code = policy("return 'device';");
  const own = await serveSnippets([{ id: 'mine', code, group: null, throws: null }]);
  const other = await browser.newPage();
  await other.goto(own.url);
  expect(await other.locator('.show-steps li').count()).toBe(6);
  expect(await other.locator('.ev-play').count()).toBe(0);
  await other.click('[data-do=run]');
  await other.click('.ev-play');
  await other.locator('.trace-play svg').first().waitFor();
  expect(await other.locator('.trace-play .strip > li svg').count()).toBe(6);
  await other.keyboard.press('Enter');
  await other.keyboard.press('End');
  expect(await other.locator('.strip > .is-at').innerText()).toMatch(/^6\. B reads/m);
  await other.close();
  await own.close();
});
