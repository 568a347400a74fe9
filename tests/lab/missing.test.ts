import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { LabFailure } from '../../lab/cli/failure.ts';
import { Progress } from '../../lab/cli/progress.ts';
import { needSpace, openFolder, SPACE } from '../../lab/folder.ts';
import { fetchComponents, fetchWanted, FOR_A_PROGRAM } from '../../lab/packages/fetch.ts';
import { KERNELS } from '../../lab/plan/kernels.ts';
import { run } from '../../lab/process/spawn.ts';
import { failureOf } from './support/logs.ts';

const top = mkdtempSync(join(tmpdir(), 'stage-two-missing-'));
afterAll(() => rmSync(top, { recursive: true }));

/** The failure that a promise ends with. */
async function rejected(work: Promise<unknown>): Promise<LabFailure> {
  const error = await work.then(
    () => null,
    (why: unknown) => why,
  );
  if (error instanceof LabFailure) return error;
  throw new Error('it did not fail as the lab fails', { cause: error });
}

describe('what can be missing', () => {
  it('says that a program is not there', async () => {
    const failure = await rejected(run('no-such-apt', ['update']));
    expect(failure).toMatchObject({ code: 'no-tool', received: 'no-such-apt: not found' });
    expect(failure.remedy).toBe('run the lab on Debian or in a Debian container');
  });

  it('says which folder --offline lacks, and everything that has to be downloaded', async () => {
    const folder = openFolder(top);
    const work = fetchComponents(
      folder,
      { kernels: [KERNELS[0]] },
      true,
      new Progress(() => undefined),
    );
    expect((await rejected(work)).lines()).toEqual([
      `lab: offline: received no ${join(top, 'apt/lists')}; expected what an earlier run ` +
        'downloaded; remedy: run once without --offline',
      '  | missing:',
      ...['cc', 'qemu', 'libc', 'linux-7.3'].map((name) => `  | ${name}`),
    ]);
  });

  it('says of the probe that the compiler alone is missing', async () => {
    const other = mkdtempSync(join(top, 'probe-'));
    const folder = openFolder(other);
    const quiet = new Progress(() => undefined);
    const failure = await rejected(fetchWanted(folder, FOR_A_PROGRAM, true, quiet));
    expect(failure).toMatchObject({ code: 'offline', shown: [] });
    // With the compiler there, nothing else is looked for.
    mkdirSync(join(folder.components, 'cc'));
    const mark = { name: 'cc', release: null, packages: [] };
    writeFileSync(join(folder.components, 'cc/component.json'), JSON.stringify(mark));
    const component = await fetchWanted(folder, FOR_A_PROGRAM, true, quiet);
    expect(component('cc').path).toBe(join(folder.components, 'cc'));
  });

  it('says how much room a first run needs, and a later one', () => {
    const folder = openFolder(top);
    expect(failureOf(() => needSpace(folder, SPACE.first, 1.5e9))).toMatchObject({
      code: 'no-space',
      received: `1500.0 MB free for ${top}`,
      expected: '2000.0 MB',
    });
    expect(() => needSpace(folder, SPACE.later, 1.5e9)).not.toThrow();
  });

  it.each([
    ['/tmp/my lab', 'the folder "/tmp/my lab"'],
    ['/dev/null/lab', '/dev/null/lab: /dev/null is not a folder'],
    ['/dev/null', '/dev/null: /dev/null is not a folder'],
  ])('says that the folder %s cannot be taken', (named, received) => {
    const failure = failureOf(() => openFolder(named));
    expect(failure.code).toBe('bad-folder');
    expect(failure.received).toMatch(received);
    expect(failure.expected).toMatch(/^a (folder that can be written|path without white space)/);
    expect(failure.remedy).toContain('STAGE_TWO_LAB=');
  });

  it.skipIf(process.platform !== 'linux').each([
    ['/proc/lab', '/proc/lab: /proc is of /proc'],
    ['/proc/self/lab/deep', '/proc/self/lab/deep: /proc/self is of /proc'],
    ['/sys/lab', /^\/sys\/lab: no folder can be made in \/sys \((EPERM|EROFS|EACCES)\)$/],
  ])('says so of %s, and comes back', (named, received) => {
    expect(failureOf(() => openFolder(named)).received).toMatch(received);
  });

  it.skipIf(process.getuid?.() === 0)('says so of a folder that is read-only', () => {
    const locked = mkdtempSync(join(top, 'locked-'));
    chmodSync(locked, 0o500);
    expect(failureOf(() => openFolder(join(locked, 'a/b'))).received).toBe(
      `${join(locked, 'a/b')}: no folder can be made in ${locked} (EACCES)`,
    );
  });

  it('makes a folder and its parents, and leaves nothing else there', () => {
    const parent = mkdtempSync(join(top, 'parent-'));
    expect(openFolder(join(parent, 'a/b')).top).toBe(join(parent, 'a/b'));
    expect(readdirSync(parent)).toEqual(['a']);
    expect(existsSync(join(parent, 'a/b/debs'))).toBe(true);
  });
});
