import { spawn } from 'node:child_process';
import { BenchFailure } from './failure.ts';

/** No tool may report to its maker, look for updates or wait for answers. */
const QUIET = {
  ASTRO_TELEMETRY_DISABLED: '1',
  NO_UPDATE_NOTIFIER: '1',
  CI: '1',
  NO_COLOR: '1',
};

export interface Command {
  argv: readonly [program: string, ...args: string[]];
  cwd: string;
  env?: Readonly<Record<string, string>>;
}

/** Runs a command to its end; standard output and wall time in milliseconds. */
export function exec({ argv, cwd, env }: Command): Promise<{ stdout: string; ms: number }> {
  const [program, ...args] = argv;
  const started = performance.now();
  return new Promise((done, fail) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...QUIET, ...env } });
    let stdout = '';
    let all = '';
    child.stdout.on('data', (data: Buffer) => {
      stdout += data;
      all += data;
    });
    child.stderr.on('data', (data: Buffer) => (all += data));
    child.on('error', (error) => fail(new BenchFailure(`${program}: ${error.message}`)));
    child.on('close', (code) => {
      if (code === 0) return done({ stdout, ms: performance.now() - started });
      fail(new BenchFailure(`${argv.join(' ')} ended with ${code}: ${reasonIn(all)}`));
    });
  });
}

/** The first lines that speak of an error, or else the last line. */
function reasonIn(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const telling = lines.filter((line) => /error/i.test(line)).slice(0, 3);
  return (telling.length > 0 ? telling : lines.slice(-1)).map((line) => line.trim()).join(' | ');
}
