import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A running server. */
export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/** A server with a recipe in `docs/serving/`. */
export interface Server {
  readonly name: string;
  /** Null: this machine has not got it. */
  readonly program: string | null;
  /** How to get it. */
  readonly get: string;
  /** Codings in which it sends packed files as they are. */
  readonly codings: readonly ('gzip' | 'br')[];
  /** Serves a built folder by its recipe, as this user, on loopback. */
  serve(folder: string): Promise<Served>;
}

/** findProgram looks on the path, and where Debian keeps what only root starts. */
export const findProgram = (name: string): string | null =>
  [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin']
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find(existsSync) ?? null;

/** The text of a recipe with what is the reader's own filled in; each has to be there. */
export function recipe(file: string, own: Readonly<Record<string, string>>): string {
  const text = readFileSync(join(import.meta.dirname, '../../../docs/serving', file), 'utf8');
  return Object.entries(own).reduce((filled, [theirs, ours]) => {
    if (!filled.includes(theirs)) throw new Error(`${file} has no ${theirs}`);
    return filled.replace(theirs, () => ours);
  }, text);
}

/** A port that is free now. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

/** Starts a server with a folder of its own; `prepare` writes what it needs and gives its command line. */
export async function start(
  prepare: (own: string, port: number) => readonly [program: string, ...args: string[]],
): Promise<Served> {
  const own = mkdtempSync(join(tmpdir(), 'server-'));
  const port = await freePort();
  const [program, ...args] = prepare(own, port);
  const env = { ...process.env, XDG_DATA_HOME: own, XDG_CONFIG_HOME: own };
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], env });
  let said = '';
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  const url = `http://127.0.0.1:${port}`;
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error(`${program} ended: ${said}`);
    await wait(20);
  }
  return { url, close: () => end(child, own) };
}

async function answers(url: string): Promise<boolean> {
  try {
    await (await fetch(url)).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

async function end(child: ChildProcess, own: string): Promise<void> {
  if (child.exitCode === null && child.kill()) await once(child, 'exit');
  rmSync(own, { recursive: true, force: true });
}
