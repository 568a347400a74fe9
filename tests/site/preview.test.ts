import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { beforeAll, expect, test, vi } from 'vitest';
import { root } from '../../src/root.ts';
import { BUILD_MS, builtInFolder, FOLDER, IN_FOLDER } from './build.ts';

let folder = '';
beforeAll(async () => void (folder = await builtInFolder()), BUILD_MS);

test('a preview stands in the folder in which the copy will', async () => {
  const { VITEST: _, NODE_ENV: __, ...env } = process.env;
  const args = ['node_modules/astro/bin/astro.mjs', 'preview', '--port', '0', '--outDir', folder];
  const server = spawn(process.execPath, args, {
    cwd: root,
    env: { ...env, ...IN_FOLDER, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (part: Buffer) => (log += part.toString()));
  try {
    await vi.waitUntil(() => /:\d+\/\S*two\//.test(log), { timeout: 100_000 });
    const [host] = /http:\/\/localhost:\d+/.exec(log) ?? [''];
    const ask = async (path: string): Promise<number> => (await fetch(host + path)).status;
    expect(await ask(FOLDER)).toBe(200);
    expect(await ask(`${FOLDER}guide/mte/`)).toBe(200);
    expect(await ask('/guide/mte/')).toBe(404);
  } finally {
    if (server.kill()) await once(server, 'exit');
  }
});
