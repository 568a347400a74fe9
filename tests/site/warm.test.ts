import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkBook } from '../../src/book/check.ts';
import { build, builtSite, HOSTED } from './build.ts';

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();

test(
  'a build from what was kept is the same, to the byte, as one that begins with nothing',
  { timeout: 600_000 },
  async () => {
    // Now at the latest all runs are kept.
    await checkBook();
    const warm = await builtSite();
    const folder = mkdtempSync(join(tmpdir(), 'cold-'));
    try {
      const cold = join(folder, 'site');
      build(cold, { ...HOSTED, STAGE_TWO_KEPT: join(folder, 'kept') });
      expect(readdirSync(join(folder, 'kept')).length).toBeGreaterThan(2);
      const files = filesOf(cold);
      expect(files.length).toBeGreaterThan(300);
      expect(filesOf(warm)).toEqual(files);
      const differ = files.filter(
        (file) => !readFileSync(join(warm, file)).equals(readFileSync(join(cold, file))),
      );
      expect(differ).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
