import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, vi } from 'vitest';
import { book } from '../../src/book/astro/integration.ts';
import { reportOf } from './fixtures/report-of.ts';

const ROOT = join(import.meta.dirname, '../..');
const BROKEN = 'tests/book/fixtures/problems/everything';
const TYPES = 'tests/book/fixtures/problems/types';

test(
  'a build of broken content fails once, with the whole report and no stack',
  { timeout: 120_000 },
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'build-'));
    const outDir = join(folder, 'dist');
    try {
      const build = ['scripts/build.ts', '--outDir', outDir];
      const { status, stdout, stderr } = spawnSync(process.execPath, build, {
        cwd: ROOT,
        env: {
          ...process.env,
          STAGE_TWO_CONTENT: BROKEN,
          STAGE_TWO_KEPT: join(folder, 'kept'),
          ASTRO_TELEMETRY_DISABLED: '1',
          NO_COLOR: '1',
        },
        encoding: 'utf8',
      });
      const text = stdout + stderr;
      expect(status).toBe(1);
      expect(text.split(reportOf(join(ROOT, BROKEN)))).toHaveLength(2);
      expect(text).not.toMatch(/^\s+at .*:\d+:\d+\)?$|Stack trace/m);
      expect(existsSync(outDir)).toBe(false);
      expect(readdirSync(join(folder, 'kept')).filter((name) => name.startsWith('site'))).toEqual(
        [],
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

test('a build in which only types are wrong fails with their report and leaves nothing to publish', async () => {
  vi.stubEnv('STAGE_TWO_CONTENT', TYPES);
  const folder = mkdtempSync(join(tmpdir(), 'build-'));
  const { hooks } = book();
  const nothing = () => {};
  const setup = { command: 'build', updateConfig: nothing, injectScript: nothing, logger: {} };
  try {
    await hooks['astro:config:setup']?.(setup as never);
    const dir = pathToFileURL(`${folder}/`);
    const end = async () => hooks['astro:build:generated']?.({ dir, logger: {} } as never);
    await expect(end()).rejects.toThrow(readFileSync(join(ROOT, TYPES, 'report.txt'), 'utf8'));
    expect(existsSync(folder)).toBe(false);
  } finally {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  }
});
