import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { LabFailure } from '../../lab/cli/failure.ts';
import { Progress } from '../../lab/cli/progress.ts';
import { needSpace, openFolder } from '../../lab/folder.ts';
import { fetchComponents } from '../../lab/packages/fetch.ts';
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
    const work = fetchComponents(folder, [KERNELS[0]], true, new Progress(() => undefined));
    expect((await rejected(work)).lines()).toEqual([
      `lab: offline: received no ${join(top, 'apt/lists')}; expected what an earlier run ` +
        'downloaded; remedy: run once without --offline',
      '  | missing:',
      ...['cc', 'qemu', 'libc', 'linux-7.3'].map((name) => `  | ${name}`),
    ]);
  });

  it('says how much room a first run needs, and a later one', () => {
    const folder = openFolder(top);
    expect(failureOf(() => needSpace(folder, true, 1.5e9))).toMatchObject({
      code: 'no-space',
      received: `1500.0 MB free for ${top}`,
      expected: '2000.0 MB',
    });
    expect(() => needSpace(folder, false, 1.5e9)).not.toThrow();
  });

  it.each([
    ['/tmp/my lab', 'the folder "/tmp/my lab"'],
    ['/dev/null/lab', /^\/dev\/null\/lab: ENOTDIR/],
  ])('says that the folder %s cannot be taken', (named, received) => {
    const failure = failureOf(() => openFolder(named));
    expect(failure.code).toBe('bad-folder');
    expect(failure.received).toMatch(received);
  });
});
