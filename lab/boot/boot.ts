import { closeSync, openSync, writeSync } from 'node:fs';
import { LabFailure } from '../cli/failure.ts';
import { endOf, lastLines, start } from '../process/spawn.ts';
import type { Command } from './command.ts';

/**
 * Seconds after which a boot has failed: pKVM takes 30 s on an idle core, ten times a usual boot, and
 * a core that others use too takes many times that.
 */
export const TIME_LIMIT = 900;

/** What a boot printed, and how long it took. */
export interface Booted {
  /** The serial console: noise of the kernel and the lines of the protocol. */
  readonly log: string;
  readonly seconds: number;
}

/**
 * Boots to the end of QEMU and writes the log to a file. A QEMU that does not start, that fails or
 * that runs longer than the limit is a failure; what the log says is judged elsewhere.
 */
export async function boot(
  { program, args, env }: Command,
  logFile: string,
  limit = TIME_LIMIT,
): Promise<Booted> {
  const started = performance.now();
  const child = start(program, args, { env });
  const file = openSync(logFile, 'w');
  let log = '';
  let err = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    log += text;
    writeSync(file, text);
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text));
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  }, limit * 1000);
  try {
    const { code, signal } = await endOf(child, program);
    if (late) throw tooLate(limit, log, logFile);
    if (code !== 0) throw noQemu(code ?? signal, err, log, logFile);
  } finally {
    clearTimeout(timer);
    closeSync(file);
  }
  return { log, seconds: (performance.now() - started) / 1000 };
}

function tooLate(limit: number, log: string, file: string): LabFailure {
  return new LabFailure(
    'boot',
    `no end after ${limit} s`,
    'a machine that switches itself off',
    `look at ${file}`,
    lastLines(log),
  );
}

function noQemu(end: number | string | null, err: string, log: string, file: string): LabFailure {
  return new LabFailure(
    'no-qemu',
    `QEMU ending with ${end}`,
    'QEMU ending with 0',
    `look at the lines below and at ${file}`,
    lastLines(err.trim() === '' ? log : err),
  );
}
