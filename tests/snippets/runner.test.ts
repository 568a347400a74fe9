import { afterAll, beforeAll, expect, test } from 'vitest';
import { CUT_LINE } from '../../src/snippets/core/limits.ts';
import type { RunResult } from '../../src/snippets/core/types.ts';
import { startRunner } from '../../src/snippets/node/runner.ts';
import type { Runner } from '../../src/snippets/node/runner.ts';

let runner: Runner;
beforeAll(async () => {
  runner = await startRunner();
});
afterAll(() => runner.close());

const run = (...codes: string[]): Promise<RunResult> =>
  runner.run(codes.map((code, i) => ({ id: `fence-${i}`, code })));

test('ends what does not end, and goes on', { timeout: 300_000 }, async () => {
  const stopped = 'Stopped: the code did not end within 2 s';
  expect((await run("console.log('before');\nfor (;;) {}")).text).toBe(`before\n${stopped}`);
  expect((await run('for (;;) await null;')).text).toBe(stopped);
  expect((await run("console.log('next')")).text).toBe('next');
});

test('survives what eats all memory', { timeout: 300_000 }, async () => {
  const { error } = await run(
    'const a: unknown[] = [];\nfor (;;) a.push(new Array(1e6).fill(0.5));',
  );
  expect(error?.name).toBe('Stopped');
  expect((await run("console.log('next')")).text).toBe('next');
});

test('cuts output by text and by count, and says so', async () => {
  const long = await run("console.log('x'.repeat(70_000));\nconsole.log('never');");
  expect(long.truncated).toBe(true);
  expect(long.text).toBe(`${'x'.repeat(65_536)}\n${CUT_LINE}`);
  const many = await run('for (let i = 0; i < 2000; i++) console.log(i);');
  expect(many.events.length).toBe(1000);
  expect(many.text.split('\n').slice(-2)).toEqual(['999', CUT_LINE]);
  const exact = await run('for (let i = 0; i < 1000; i++) console.log(i);');
  expect([exact.truncated, exact.events.length]).toEqual([false, 1000]);
});

test('gives each snippet a world of its own', async () => {
  await run("globalThis.left = 1; Array.prototype.map = null; Object.prototype.spill = 'x';");
  const { text } = await run(
    'console.log(typeof left, typeof [].map, {}.spill, (await import_()).length);\nfunction import_() { return [1].map(Promise.resolve.bind(Promise)); }',
  );
  expect(text).toBe('undefined function undefined 1');
});

test('keeps what the model is made of out of reach of the next snippet', async () => {
  const spoil =
    "import { KERNELS, vmaIsCacheable } from 'stage-two';\nvmaIsCacheable('v6.17', { attrIndx: 0 }).constructor.prototype.verdict = 'spoilt';\nKERNELS.constructor.prototype.join = () => 'spoilt';";
  await run(spoil);
  const { text } = await run(
    "import { KERNELS } from 'stage-two';\nconsole.log(KERNELS.join(), {}.verdict);",
  );
  expect(text).toMatch(/^v6\.16,v6\.17,.* undefined$/);
});
