import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { Spin } from '../../lab/witness/spin.ts';

const top = mkdtempSync(join(tmpdir(), 'stage-two-spin-'));
afterAll(() => rmSync(top, { recursive: true }));

/** A compiler that makes a verifier of that text, and nothing where it is only asked for its version. */
const making = (verifier: string): string =>
  `[ "$1" = --version ] || { printf "#!/bin/sh\\n${verifier}\\n" > pan; chmod +x pan; }`;

/** Only programs of our own, by their names: what each does in a shell. */
function tools(name: string, all: Readonly<Record<string, string>>, others = ''): void {
  const folder = join(top, name);
  mkdirSync(folder);
  for (const [tool, does] of Object.entries(all)) {
    writeFileSync(join(folder, tool), `#!/bin/sh\n${does}\n`);
    chmodSync(join(folder, tool), 0o755);
  }
  vi.stubEnv('PATH', others === '' ? folder : folder + delimiter + others);
}
const work = join(top, 'work');
const VERSION = 'echo "Spin Version 9.9.9 -- 1 May 2026"';

describe('a prover', () => {
  it('that is missing is named, with what to install', async () => {
    tools('none', {});
    await expect(Spin.installed(work)).rejects.toMatchObject({
      code: 'no-tool',
      received: 'no spin: not found',
      expected: 'spin and gcc, installed',
    });
  });

  it('whose compiler is missing names the compiler', async () => {
    tools('alone', { spin: VERSION });
    await expect(Spin.installed(work)).rejects.toMatchObject({ received: 'no gcc: not found' });
  });

  it('that says nothing of its version is no prover', async () => {
    tools('mute', { spin: 'echo hello', gcc: '' });
    await expect(Spin.installed(work)).rejects.toMatchObject({ code: 'prover', shown: ['hello'] });
  });

  it('that fails, or answers in other words, agrees with nothing', async () => {
    tools('fails', { spin: VERSION, gcc: 'exit 1' }, '/bin');
    await expect(Spin.installed(work)).rejects.toMatchObject({ code: 'prover' });
    // The compiler makes a verifier that ends well and says nothing that is known.
    tools('other', { spin: VERSION, gcc: making('echo all good') }, '/bin');
    const spin = await Spin.installed(work);
    await expect(spin.judge([])).rejects.toMatchObject({
      code: 'prover',
      received: 'no answer from Spin to all set-ups',
      expected: 'a whole search',
      shown: ['all good'],
    });
  });

  it('that is stopped is not said to be missing', async () => {
    tools('stopped', { spin: VERSION, gcc: making('kill -TERM \\$\\$') }, '/bin');
    const spin = await Spin.installed(work);
    await expect(spin.judge([])).rejects.toMatchObject({ code: 'prover' });
  });
});
