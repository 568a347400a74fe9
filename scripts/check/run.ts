import { spawn } from 'node:child_process';

/** One tool and what it is run with. */
export interface Check {
  readonly name: string;
  readonly argv: readonly [command: string, ...args: string[]];
}

/** How a check ended, and all that it said. */
export interface Ended {
  readonly name: string;
  readonly ok: boolean;
  readonly output: string;
  readonly seconds: number;
}

/** Runs all checks, `lanes` at a time, and tells of each when it has ended; names of those that failed. */
export async function runAll(
  checks: readonly Check[],
  lanes: number,
  tell: (ended: Ended) => void,
): Promise<string[]> {
  const rest = checks.values();
  const failed: string[] = [];
  const lane = async (): Promise<void> => {
    for (const check of rest) {
      const ended = await run(check);
      tell(ended);
      if (!ended.ok) failed.push(ended.name);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return failed;
}

/** What a check says is held back until it ends, so that two do not speak at the same time. */
function run({ name, argv: [command, ...args] }: Check): Promise<Ended> {
  const started = performance.now();
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      env: {
        ...process.env,
        ASTRO_TELEMETRY_DISABLED: '1',
        ...(process.stdout.isTTY && !process.env['NO_COLOR'] && { FORCE_COLOR: '1' }),
      },
    });
    const end = (ok: boolean, more = ''): void =>
      resolve({
        name,
        ok,
        output: Buffer.concat(parts).toString() + more,
        seconds: (performance.now() - started) / 1000,
      });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part: Buffer) => void parts.push(part));
    child.on('error', ({ message }) =>
      end(false, `${command}: ${message}; run it through npm: npm run check\n`),
    );
    child.on('close', (code, signal) =>
      end(code === 0, signal === null ? '' : `${command} was ended by ${signal}\n`),
    );
  });
}
