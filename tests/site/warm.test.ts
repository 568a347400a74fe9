import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SITE_INPUTS } from '../../scripts/build/site-stamp.ts';
import { checkBook } from '../../src/book/check.ts';
import { root } from '../../src/root.ts';
import { build, builtSite, HOSTED } from './build.ts';

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();

function differing(folder: string, from: string): string[] {
  return filesOf(from).filter(
    (file) => !readFileSync(join(folder, file)).equals(readFileSync(join(from, file))),
  );
}

test(
  'a site that was kept is the same, to the byte, as one made of its inputs and nothing else',
  { timeout: 1_200_000 },
  async () => {
    // Now at the latest all runs are kept.
    await checkBook();
    const site = await builtSite();
    const folder = mkdtempSync(join(tmpdir(), 'cold-'));
    try {
      const warm = join(folder, 'warm');
      expect(build(warm, HOSTED)).toContain('Nothing has changed');

      // What the stamp of a site does not know of is not there; neither is anything kept.
      const project = join(folder, 'project');
      for (const input of [...SITE_INPUTS, 'content', 'scripts/build.ts'])
        cpSync(join(root, input), join(project, input), { recursive: true });
      symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'), 'junction');
      const cold = join(folder, 'cold');
      const kept = join(folder, 'kept');
      const said = build(cold, { ...HOSTED, STAGE_TWO_KEPT: kept }, project);
      expect(said).not.toContain('Nothing has changed');
      const names = readdirSync(kept).map((name) => name.split('-')[0]);
      expect([...new Set(names)]).toEqual([
        'api',
        'observed',
        'previews',
        'runs',
        'seen',
        'site',
        'types',
      ]);

      expect(filesOf(cold).length).toBeGreaterThan(300);
      for (const one of [site, warm]) {
        expect(filesOf(one)).toEqual(filesOf(cold));
        expect(differing(one, cold)).toEqual([]);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
