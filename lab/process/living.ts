import type { ChildProcess } from 'node:child_process';
import { LabFailure } from '../cli/failure.ts';

const living = new Set<ChildProcess>();
let ended: string | null = null;

/** Takes note of a process of the lab, so that it ends with the lab. */
export function watchOver(child: ChildProcess): void {
  living.add(child);
  child.once('close', () => living.delete(child));
  if (ended !== null) kill(child);
}

/** The failure with which work stops after an interrupt; null while there was none. */
export function interruption(): LabFailure | null {
  return ended === null
    ? null
    : new LabFailure('interrupted', ended, 'a run to its end', 'run it again');
}

/** Ends every process of the lab; those that start later end at once. */
export function endAll(why: string): void {
  ended ??= why;
  for (const child of living) kill(child);
}

/**
 * Ends the lab's processes on a signal, and when the process that started the lab is gone: a killed
 * npm cannot tell its children. A killed lab ends them by PR_SET_PDEATHSIG, see spawn.ts.
 */
export function endWithTheLab(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => endAll(signal));
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) endAll('the end of the process that started the lab');
  }, 500).unref();
  process.on('exit', () => endAll('the end of the lab'));
}

/** Each child leads a process group of its own: make's compilers end with make. */
function kill(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}
