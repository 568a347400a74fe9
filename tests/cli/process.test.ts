import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const root = fileURLToPath(new URL('../../', import.meta.url));
const stageTwo = (...args: string[]) =>
  spawnSync(process.execPath, [main, ...args], { cwd: root, encoding: 'utf8' });

// A process of its own takes seconds where other work keeps the machine busy.
describe('the process', { timeout: 120_000 }, () => {
  it('runs without a build, prints to standard output and exits with 0', () => {
    const { status, stdout, stderr } = stageTwo(
      'conform',
      'tests/vectors/data/kvm.vmaCacheable.v7.3.json',
    );
    expect([status, stdout, stderr]).toEqual([0, '8 passed, 0 failed\n', '']);
  });

  it('prints errors to standard error and exits with 2', () => {
    const { status, stdout, stderr } = stageTwo('conform', 'package.json');
    expect([status, stdout]).toEqual([2, '0 passed, 0 failed\n']);
    expect(stderr).toBe('package.json: received format nothing, expected "format": 1\n');
  });
});
