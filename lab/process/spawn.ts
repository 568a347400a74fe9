import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { LabFailure } from '../cli/failure.ts';
import { interruption, watchOver } from './living.ts';

const SETPRIV = '/usr/bin/setpriv';

/** Where and with what a process runs. */
export interface SpawnOptions {
  readonly cwd?: string;
  /** Added to the environment of the lab. */
  readonly env?: Readonly<Record<string, string>>;
}

/** How a process ended, and what it wrote. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Standard output. */
  readonly out: string;
  /** Standard error. */
  readonly err: string;
}

/**
 * Starts a process in a group of its own, without input, that the kernel kills when the lab dies
 * however it dies (setpriv --pdeathsig).
 */
export function start(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): ChildProcess {
  const guarded = existsSync(SETPRIV);
  const child = spawn(
    guarded ? SETPRIV : command,
    guarded ? ['--pdeathsig', 'KILL', '--', command, ...args] : args,
    {
      cwd: options.cwd,
      env: { ...process.env, LC_ALL: 'C', ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    },
  );
  watchOver(child);
  return child;
}

/** Runs a process to its end. Throws where it cannot start or the lab was interrupted. */
export async function run(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<Ended> {
  const child = start(command, args, options);
  let out = '';
  let err = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text));
  const { code, signal } = await endOf(child, command);
  return { code, signal, out, err };
}

/** Waits for the end of a process. */
export async function endOf(
  child: ChildProcess,
  command: string,
): Promise<Pick<Ended, 'code' | 'signal'>> {
  const end = await new Promise<Pick<Ended, 'code' | 'signal'>>((resolve, reject) => {
    child.once('error', ({ message }) => reject(noTool(command, message)));
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  const stopped = interruption();
  if (stopped) throw stopped;
  // setpriv and the shell both say 127 for a program that is not there.
  if (end.code === 127) throw noTool(command, 'not found');
  return end;
}

function noTool(command: string, why: string): LabFailure {
  return new LabFailure(
    'no-tool',
    `${command}: ${why}`,
    'a Debian system with apt, dpkg and tar, or one like it',
    'run the lab on Debian or in a Debian container',
  );
}

/** The last lines that a process wrote, for a message. */
export function lastLines(text: string, count = 15): string[] {
  return text.trimEnd().split('\n').slice(-count);
}
