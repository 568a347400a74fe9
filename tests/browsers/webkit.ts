import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Wire } from './engine.ts';

/* WebKitGTK over its WebDriver: https://www.w3.org/TR/webdriver2/ It needs a screen, if only a virtual one. */

export async function startWebKit([
  driver = '',
  browser = '',
  screen = '',
]: readonly string[]): Promise<Wire> {
  const shown = screen === '' ? null : await virtualScreen(screen);
  const port = await freePort();
  const env = {
    ...process.env,
    ...(shown && { DISPLAY: shown.display, GDK_BACKEND: 'x11' }),
    // Its own sandbox wants namespaces that a container has not.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
  };
  const child = spawn(driver, [`--port=${port}`], { env, stdio: 'ignore' });
  const ask = asker(`http://127.0.0.1:${port}`);
  const options = { binary: browser, args: ['--automation'] };
  const { sessionId, capabilities } = (await ask('POST', '/session', {
    capabilities: {
      alwaysMatch: {
        'webkitgtk:browserOptions': options,
        timeouts: { script: 120_000, pageLoad: 120_000 },
      },
    },
  })) as { sessionId: string; capabilities: { browserVersion: string } };
  const at = `/session/${sessionId}`;
  return {
    version: `WebKitGTK ${capabilities.browserVersion}`,
    goto: async (url) => void (await ask('POST', `${at}/url`, { url })),
    evaluate: async (expression, inFrame = false) => {
      if (inFrame) await ask('POST', `${at}/frame`, { id: 0 });
      const script = `const done = arguments[0];
        (${expression}).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const { value, error } = (await ask('POST', `${at}/execute/async`, {
        script,
        args: [],
      }).finally(() => (inFrame ? ask('POST', `${at}/frame`, { id: null }) : undefined))) as {
        value?: string;
        error?: string;
      };
      if (value === undefined) throw new Error(error);
      return value;
    },
    act: async (actions) => void (await ask('POST', `${at}/actions`, { actions })),
    close: async () => {
      await ask('DELETE', at).catch(() => {});
      for (const one of [child, shown?.child]) {
        if (!one || one.exitCode !== null) continue;
        const ended = once(one, 'exit');
        one.kill();
        await ended;
      }
    },
  };
}

/** A screen that nobody sees, under the first number that is free. */
async function virtualScreen(program: string): Promise<{ display: string; child: ChildProcess }> {
  const args = ['-displayfd', '1', '-screen', '0', '1280x1000x24', '-nolisten', 'tcp'];
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const [number] = (await once(child.stdout, 'data')) as [Buffer];
  return { display: `:${String(number).trim()}`, child };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

type Ask = (method: string, path: string, body?: unknown) => Promise<unknown>;

/** Asks the driver, which takes a moment to listen. */
function asker(host: string): Ask {
  return async (method, path, body) => {
    for (let tries = 0; ; tries++) {
      try {
        const answer = await fetch(host + path, { method, body: JSON.stringify(body ?? {}) });
        const { value } = (await answer.json()) as { value: { error?: string; message?: string } };
        if (!answer.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
        return value;
      } catch (error) {
        if (!(error instanceof TypeError) || tries > 100) throw error;
        await new Promise((later) => setTimeout(later, 100));
      }
    }
  };
}
