// cspell:words fastcgi uwsgi scgi
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const RECIPE = join(import.meta.dirname, '../../docs/serving/nginx.conf');
/** Debian's module that serves `.br` files. */
const BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

/** The nginx of this machine; null: none. Debian keeps it where only root looks. */
export const nginx: string | null =
  [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin']
    .filter(Boolean)
    .map((folder) => join(folder, 'nginx'))
    .find(existsSync) ?? null;

/** Whether it serves `.br` files too. */
export const hasBrotli = nginx !== null && existsSync(BROTLI);

/** A running nginx. */
export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/** A port that is free now. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

/** The recipe with what it marks as yours filled in. */
function recipe(folder: string, port: number): string {
  const filled = readFileSync(RECIPE, 'utf8')
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('root /srv/stage-two;', `root ${folder};`);
  return hasBrotli ? filled.replace('#brotli_static on;', 'brotli_static on;') : filled;
}

/** serveByNginx serves a built folder by `docs/serving/nginx.conf`, as this user, on loopback. */
export async function serveByNginx(folder: string): Promise<Served> {
  const own = mkdtempSync(join(tmpdir(), 'nginx-'));
  const port = await freePort();
  const file = join(own, 'nginx.conf');
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${own}/${name};`)
    .join(' ');
  writeFileSync(join(own, 'site.conf'), recipe(folder, port));
  writeFileSync(
    file,
    `${hasBrotli ? `load_module ${BROTLI};\n` : ''}daemon off; master_process off;
pid ${own}/pid; error_log stderr;
events {}
http { access_log off; ${temp} include ${own}/site.conf; }\n`,
  );
  const child = spawn(nginx ?? 'nginx', ['-e', 'stderr', '-p', own, '-c', file], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  const url = `http://127.0.0.1:${port}`;
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error(`nginx ended: ${said}`);
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
