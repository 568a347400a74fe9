import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { BenchFailure } from '../support/failure.ts';
import { root } from '../support/paths.ts';

/** Wall and processor seconds of the server between two moments. */
export interface Took {
  readonly wall: number;
  /** NaN where the system does not say. */
  readonly cpu: number;
}

/** A dev server over a copy of the project, which may be edited. */
export interface DevServer {
  /** The page at an address from the root of the site. */
  page(route: string): Promise<string>;
  /** Does something and measures it. */
  took(what: () => Promise<unknown>): Promise<Took>;
  /** All that it has logged. */
  log(): string;
  /** Waits until it is idle. */
  rest(): Promise<void>;
  stop(): Promise<void>;
}

const PARTS = [
  'src',
  'content',
  'public',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  '.cache/kept',
];
const STARTED = 'watching for file changes';
const LONGEST_MS = 180_000;

/** Copies what `npm run dev` reads; what was kept goes with it. */
export function copyProject(target: string): void {
  rmSync(target, { recursive: true, force: true });
  for (const part of PARTS)
    if (existsSync(join(root, part)))
      cpSync(join(root, part), join(target, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(target, 'node_modules'), 'junction');
}

/** Starts the server, and says what it took until it was ready. */
export async function startDev(project: string): Promise<{ server: DevServer; ready: Took }> {
  const child = spawn(
    process.execPath,
    [join(project, 'node_modules/astro/bin/astro.mjs'), 'dev', '--port', '0'],
    {
      cwd: project,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (log += stripVTControlCharacters(part.toString())));
  const cpu = (): number => cpuSeconds(child.pid);
  const measure = async (what: () => Promise<unknown>): Promise<Took> => {
    const [begun, before] = [performance.now(), cpu()];
    await what();
    return { wall: (performance.now() - begun) / 1000, cpu: cpu() - before };
  };
  const ready = await measure(() => until(() => log.includes(STARTED)));
  const address = /Local\s+(\S+)/.exec(log)?.[1]?.replace(/\/?$/, '') ?? '';
  const server: DevServer = {
    page: async (route) => (await fetch(address + route)).text(),
    took: measure,
    log: () => log,
    async rest() {
      for (let before = NaN, now = cpu(); !(now - before < 0.05); before = now, now = cpu()) {
        if (Number.isNaN(now)) return wait(5000);
        await wait(1500);
      }
    },
    async stop() {
      if (child.kill()) await once(child, 'exit');
    },
  };
  return { server, ready };
}

/** Asks again until the answer is yes. */
export async function until(yes: () => boolean | Promise<boolean>): Promise<void> {
  const begun = performance.now();
  while (!(await yes())) {
    if (performance.now() - begun > LONGEST_MS)
      throw new BenchFailure('npm run dev does not answer');
    await wait(10);
  }
}

/** User and system time of a process and of those of its children that have ended, in hundredths. */
function cpuSeconds(pid: number | undefined): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return NaN;
  const fields = readFileSync(file, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
}
