import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runAll, type Check, type Ended } from '../../scripts/check/run.ts';

const node = (name: string, code: string): Check => ({
  name,
  argv: [process.execPath, '-e', code],
});

async function run(lanes: number, ...checks: Check[]) {
  const told: Ended[] = [];
  const failed = await runAll(checks, lanes, (ended) => void told.push(ended));
  return { told, failed };
}

describe('checks', () => {
  it('are all run, and those that fail are named with what they said', async () => {
    const { told, failed } = await run(
      2,
      node('bad', 'console.log("out"); console.error("err"); process.exit(3)'),
      node('good', 'console.log("fine")'),
      { name: 'absent', argv: ['no-such-tool'] },
      node('killed', 'process.kill(process.pid, "SIGKILL")'),
    );
    expect(failed.toSorted()).toEqual(['absent', 'bad', 'killed']);
    const said = Object.fromEntries(told.map(({ name, output }) => [name, output]));
    expect(said).toMatchObject({
      bad: expect.stringMatching(/out\n/),
      good: 'fine\n',
      absent: expect.stringMatching(/^no-such-tool: .*E(NOENT|ACCES).*npm run check\n$/),
      killed: expect.stringMatching(/ended by SIGKILL\n$/),
    });
    expect(said['bad']).toContain('err\n');
  });

  it('run two at a time: each of these waits for the other', async () => {
    const port = 'const { createServer, connect } = require("node:net");';
    // The first says where it listens and ends when it is called; alone it would wait for ever.
    const path = JSON.stringify(join(mkdtempSync(join(tmpdir(), 'check-')), 'socket'));
    const listens = node(
      'listens',
      `${port} const s = createServer((c) => { c.end(); s.close(); }).listen(${path});`,
    );
    const calls = node(
      'calls',
      `${port} const go = () => connect(${path}).on("error", () => setTimeout(go, 20)).resume(); go();`,
    );
    expect((await run(2, listens, calls)).failed).toEqual([]);
  });
});
