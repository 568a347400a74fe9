import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = new URL('../..', import.meta.url).pathname;
const BROKEN = 'tests/book/fixtures/problems/everything';

test(
  'a build of broken content fails once, with the whole report and no stack',
  { timeout: 60_000 },
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'build-'));
    const outDir = join(folder, 'dist');
    try {
      const astro = ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', outDir];
      const { status, stdout, stderr } = spawnSync(process.execPath, astro, {
        cwd: ROOT,
        env: {
          ...process.env,
          STAGE_TWO_CONTENT: BROKEN,
          ASTRO_TELEMETRY_DISABLED: '1',
          NO_COLOR: '1',
        },
        encoding: 'utf8',
      });
      const text = stdout + stderr;
      expect(status).toBe(1);
      expect(text.split(readFileSync(join(ROOT, BROKEN, 'report.txt'), 'utf8'))).toHaveLength(2);
      expect(text).not.toMatch(/^\s+at .*:\d+:\d+\)?$|Stack trace/m);
      expect(existsSync(outDir)).toBe(false);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
