import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startRunner } from '../../src/snippets/node/runner.ts';
import type { Runner } from '../../src/snippets/node/runner.ts';
import { fixtures } from './support/fixtures.ts';

let runner: Runner;
beforeAll(async () => {
  runner = await startRunner();
});
afterAll(() => runner.close());

describe('the Node runner gives the written output', () => {
  test.each(fixtures())('$name', async ({ fences, output }) => {
    expect((await runner.run(fences)).text).toBe(output);
  });
});
