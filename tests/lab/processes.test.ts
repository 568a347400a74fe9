import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const program = fileURLToPath(new URL('./support/long-run.ts', import.meta.url));

/** True while a process of that id runs. */
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function gone(pid: number): Promise<boolean> {
  for (let i = 0; i < 60 && runs(pid); i++) await new Promise((done) => setTimeout(done, 50));
  return !runs(pid);
}

/** Starts a lab that waits for a long process, behind a shell as npm would, and gives both ids. */
async function startLab(shell: boolean) {
  const command = shell ? 'sh' : process.execPath;
  const args = shell ? ['-c', `"${process.execPath}" "${program}"; true`] : [program];
  const parent: ChildProcess = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(parent.stdout!, 'data')) as [Buffer];
  const [lab, child] = String(line).trim().split(' ').map(Number);
  return { parent, lab: lab ?? 0, child: child ?? 0 };
}

describe('the processes of the lab', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const)(
    'end with it on %s',
    async (signal) => {
      const { lab, child } = await startLab(false);
      expect(runs(child)).toBe(true);
      process.kill(lab, signal);
      expect(await gone(child)).toBe(true);
      expect(await gone(lab)).toBe(true);
    },
  );

  it('end when what started the lab was killed', async () => {
    const { parent, lab, child } = await startLab(true);
    parent.kill('SIGKILL');
    expect(await gone(child)).toBe(true);
    expect(await gone(lab)).toBe(true);
  });
});
